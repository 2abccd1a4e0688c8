import { linkOf, type Message, moreOf, type Notice, type NoticeSeverity } from './message.js';

const MARK: Readonly<Record<NoticeSeverity, string>> = {
  critical: ':red_circle:',
  warning: ':large_orange_circle:',
  info: ':white_circle:',
};
/** @source docs.slack.dev, Block Kit, Header block and Section block */
const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;
const LONGEST_LINE = 600;

/**
 * A message as Slack's incoming webhooks take it. A unit named `<!channel>` calls nobody, and one
 * named `<https://…|here>` leads nowhere: what was written is shown as it was.
 */
export function slackOf(message: Message): string {
  const lines = message.notices.map((notice) => line(message, notice));
  const more = moreOf(message);
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: cut(message.title, LONGEST_HEADER) } },
    ...sections([...lines, ...(more === undefined ? [] : [escaped(more)])]),
  ];
  // what notifications show, which read no blocks
  const text = escaped([message.title, ...message.notices.map((one) => one.text)].join('\n'));
  return JSON.stringify({ text: cut(text, LONGEST_SECTION), blocks, unfurl_links: false });
}

/** @source docs.slack.dev, Formatting message text, Escaping text */
export function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // a character without width keeps marks from pairing up
      .replace(/[*_~`]/g, (mark) => `\u200b${mark}\u200b`)
  );
}

function line(message: Message, { severity, text, path }: Notice): string {
  const link = linkOf(message, path);
  const said = escaped(cut(oneLine(text), LONGEST_LINE));
  return `${MARK[severity]} ${said}${link === undefined ? '' : ` <${link}|Open>`}`;
}

/** As many lines in a section as it holds, none of them cut. */
function sections(lines: readonly string[]) {
  const texts: string[] = [];
  for (const one of lines) {
    const last = texts[texts.length - 1];
    if (last !== undefined && last.length + one.length < LONGEST_SECTION) {
      texts[texts.length - 1] = `${last}\n${one}`;
    } else {
      texts.push(one);
    }
  }
  return texts.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
