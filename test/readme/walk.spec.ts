import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, Installation } from '../lifecycle/installation.js';

const ROOT = resolve(import.meta.dirname, '../..');
const KEY = 'the-key-of-the-walk-in-the-readme-0123456789';

describe('the five-minute walk of the README', () => {
  let installation: Installation;
  let url: string;

  beforeAll(async () => {
    await build();
    installation = await Installation.create();
    const run = await installation.start({ WAYMARK_ADMIN_KEY: KEY });
    await run.listening();
    url = run.url as string;
  }, 240_000);
  afterAll(() => installation.remove());

  it('does what it says, pasted as it stands', async () => {
    const output = await bash(await walk(url));
    const answers = output.split('\n');
    const after = (command: string) =>
      answers
        .slice(answers.indexOf(`$ ${command}`) + 1)
        .slice(0, 12)
        .join('\n');

    const start = after('send GET /units/emea/standings | stages');
    expect(start).toMatch(/^lithium +1 /m);
    expect(start).toMatch(/^altimeter +0 Not started/m);
    const arrived = after('achieved hub.launched 2024-09-01');
    expect(arrived).toMatch(/^lithium +3 /m);
    expect(arrived).toMatch(/^altimeter +2 Presence/m);
    expect(arrived).toMatch(/^crawl-walk-run-fly +1 Crawling/m);
    expect(after('send GET "/units/emea/standings?asOf=2023-12-31" | stages')).toMatch(
      /^lithium +2 /m,
    );
    const alerts = JSON.parse(
      after('send GET "/alerts?under=emea&severity=critical"').split('\n')[0] as string,
    );
    expect(alerts.items.map((alert: { rule: string }) => alert.rule)).toContain('sponsor-gone');
    const advice = JSON.parse(
      after('send GET /units/emea/recommendations').split('\n')[0] as string,
    );
    expect(advice.items[0]).toMatchObject({ milestone: 'sponsor.approved', keyMove: true });
    const seen = JSON.parse(after('read_only /units').split('\n')[0] as string);
    expect(seen.items.map((one: { unit: string }) => one.unit)).toEqual(['emea']);
    const above = JSON.parse(after('read_only /rollups/contoso').split('\n')[0] as string);
    expect(above.status).toBe(404);
    const proof = JSON.parse(after('send GET /log/verification').split('\n')[0] as string);
    expect(proof).toMatchObject({ ok: true });
  }, 120_000);
});

/** The walk's lines as a script that says each command before it runs; only key and address are the test's. */
async function walk(url: string): Promise<string> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const section = readme.split('## A five-minute walk')[1]?.split('\n## ')[0] ?? '';
  const lines = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    (block as string).trim().split('\n'),
  );
  return lines
    .map((line) => line.replace(/^KEY=.*/, `KEY="${KEY}"`).replace('http://127.0.0.1:3000', url))
    .flatMap((line) => [`printf '%s\\n' '$ ${line.replaceAll("'", `'\\''`)}'`, line])
    .join('\n');
}

function bash(script: string): Promise<string> {
  return new Promise((answer, refuse) => {
    const child = spawn('bash', ['-s'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (part) => {
      output += part;
    });
    child.once('error', refuse);
    child.once('close', () => answer(output));
    child.stdin.end(script);
  });
}
