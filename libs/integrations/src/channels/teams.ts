import { linkOf, type Message, moreOf, type NoticeSeverity } from './message.js';

const COLOUR: Readonly<Record<NoticeSeverity, string>> = {
  critical: 'attention',
  warning: 'warning',
  info: 'default',
};

/**
 * A message as the Workflows webhook of Microsoft Teams takes it: an Adaptive Card. Texts stand in
 * text runs, which read no Markdown.
 * @source learn.microsoft.com, Create incoming webhooks with Workflows; adaptivecards.io, RichTextBlock
 */
export function teamsOf(message: Message): string {
  const more = moreOf(message);
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      rich([{ type: 'TextRun', text: message.title, weight: 'bolder', size: 'medium' }]),
      ...message.notices.map(({ severity, text, path }) => {
        const link = linkOf(message, path);
        const open = {
          type: 'TextRun',
          text: 'Open',
          selectAction: { type: 'Action.OpenUrl', url: link },
        };
        return rich([
          { type: 'TextRun', text: '● ', color: COLOUR[severity] },
          { type: 'TextRun', text: link === undefined ? text : `${text} ` },
          ...(link === undefined ? [] : [open]),
        ]);
      }),
      ...(more === undefined ? [] : [rich([{ type: 'TextRun', text: more, isSubtle: true }])]),
    ],
  };
  return JSON.stringify({
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  });
}

function rich(inlines: readonly object[]) {
  return { type: 'RichTextBlock', inlines };
}
