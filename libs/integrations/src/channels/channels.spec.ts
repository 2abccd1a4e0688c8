import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGES } from '#lib/client';
import { mailOf } from './mail.js';
import { Mailer, MailNotTaken } from './mailer.js';
import {
  ALERTS_PATH,
  messageOf,
  MOST_NAMED,
  type Notice,
  roadmapPath,
  unitPath,
} from './message.js';
import { slackOf } from './slack.js';
import { teamsOf } from './teams.js';

const ADDRESS = 'https://waymark.contoso.example';
const HOSTILE = `<!channel> *R&D* <https://evil.example|here> "x" <script>alert('1')</script>`;
const notice = (text: string, more: Partial<Notice> = {}): Notice => ({
  ...{ severity: 'warning', path: unitPath('care') },
  text,
  ...more,
});
const message = messageOf(
  '2 things in Contoso',
  [notice(HOSTILE), notice('The sponsor is gone.', { severity: 'critical', path: ALERTS_PATH })],
  ADDRESS,
);

describe('links', () => {
  test.each([unitPath('care'), roadmapPath('care'), ALERTS_PATH])('%s opens a page', (path) => {
    const pages = PAGES.map((page) => new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`));
    expect(pages.filter((page) => page.test(path))).toHaveLength(1);
  });
});

describe('a message', () => {
  test('names what matters most first, and counts what it does not name', () => {
    expect(message.notices.map(({ severity }) => severity)).toEqual(['critical', 'warning']);
    const storm = Array.from({ length: 500 }, (_, index) => notice(`Unit ${index}`));
    const grouped = messageOf('500 things', storm, ADDRESS);
    expect([grouped.notices.length, grouped.more]).toEqual([MOST_NAMED, 500 - MOST_NAMED]);
    for (const text of [slackOf(grouped), teamsOf(grouped), mailOf(grouped).text]) {
      expect(text).toContain('And 480 more.');
    }
  });

  test('for Slack calls nobody and leads nowhere by what people wrote', () => {
    const { blocks, text } = JSON.parse(slackOf(message));
    const shown = blocks.slice(1).map((block: { text: { text: string } }) => block.text.text);
    expect(shown.join('\n')).toContain(`<${ADDRESS}/units/care|Open>`);
    // every < is a link of ours
    const others = shown
      .join('\n')
      .replaceAll(/<https:\/\/waymark\.contoso\.example\/[a-z/]*\|Open>/g, '');
    expect(others).not.toMatch(/[<>]|(?<!\u200b)[*]/);
    expect(text).not.toMatch(/[<>]/);
    const long = Array.from({ length: 20 }, () => notice('x'.repeat(5_000)));
    for (const block of JSON.parse(slackOf(messageOf('y'.repeat(500), long, ADDRESS))).blocks) {
      expect(block.text.text.length).toBeLessThanOrEqual(block.type === 'header' ? 150 : 3_000);
    }
  });

  test('for Teams shows what people wrote as it is, in runs that read no Markdown', () => {
    const sent = JSON.parse(teamsOf(message));
    const { body } = sent.attachments[0].content;
    expect(body.every(({ type }: { type: string }) => type === 'RichTextBlock')).toBe(true);
    expect(body[2].inlines[1].text).toBe(`${HOSTILE} `);
    expect(body[2].inlines[2].selectAction.url).toBe(`${ADDRESS}/units/care`);
  });

  test('without a public address has no links', () => {
    const alone = messageOf('One thing', [notice('It rose.')], undefined);
    for (const text of [slackOf(alone), teamsOf(alone), mailOf(alone).html, mailOf(alone).text]) {
      expect(text).not.toMatch(/Open|\/units\//);
    }
  });
});

describe('a mail', () => {
  const taken: { readonly to: readonly string[]; readonly content: string }[] = [];
  let server: SMTPServer;
  let url: string;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'waymark' && password === 'pass word'
          ? done(null, { user: 'waymark' })
          : done(new Error('no')),
      onRcptTo: ({ address }, _session, done) => {
        const code = { 'gone@contoso.example': 550, 'later@contoso.example': 451 }[address];
        done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address);
          taken.push({ to, content: Buffer.concat(chunks).toString() });
          done();
        });
      },
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    const { port } = server.server.address() as AddressInfo;
    url = `smtp://waymark:pass%20word@127.0.0.1:${port}`;
  });
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  const from = 'Waymark <waymark@contoso.example>';

  test('goes to the one it is for, as text and HTML, with what people wrote in it as text', async () => {
    const mailer = new Mailer({ url, from });
    const mail = mailOf(messageOf('Care\r\nBcc: all@contoso.example', message.notices, ADDRESS));
    await mailer.send('ada@contoso.example', mail, 'one');
    mailer.close();
    const [sent] = taken;
    expect(sent?.to).toEqual(['ada@contoso.example']);
    expect(sent?.content).toContain('Message-ID: <one@contoso.example>');
    expect(sent?.content).toContain('Auto-Submitted: auto-generated');
    expect(sent?.content).toContain('Subject: Care Bcc: all@contoso.example');
    expect(sent?.content).toMatch(/multipart\/alternative/);
    expect(mail.html).not.toMatch(/<script|<https|<!channel/);
    expect(mail.html).toContain('href="https://waymark.contoso.example/units/care"');
    expect(mail.text).toContain(`- ${HOSTILE}\n  https://waymark.contoso.example/units/care`);
  });

  test('names one recipient, whatever is in the address', async () => {
    const mailer = new Mailer({ url, from });
    const before = taken.length;
    await mailer
      .send('a@contoso.example, b@contoso.example', mailOf(message), 'two')
      .catch(() => undefined);
    mailer.close();
    expect(taken.slice(before).flatMap(({ to }) => to).length).toBeLessThanOrEqual(1);
  });

  test.each([
    ['gone@contoso.example', true],
    ['later@contoso.example', false],
  ])('that the server does not take for %s says whether for good', async (to, forGood) => {
    const mailer = new Mailer({ url, from });
    const error = await mailer.send(to, mailOf(message), 'three').catch((one: unknown) => one);
    mailer.close();
    expect(error).toBeInstanceOf(MailNotTaken);
    expect((error as MailNotTaken).forGood).toBe(forGood);
  });

  test('for a server that is away is not taken, and may be later', async () => {
    const mailer = new Mailer({ url: 'smtp://127.0.0.1:1', from });
    const error = await mailer
      .send('a@contoso.example', mailOf(message), 'four')
      .catch((one: unknown) => one);
    expect(error).toMatchObject({
      forGood: false,
      message: 'The mail server did not take it (ESOCKET).',
    });
  });
});
