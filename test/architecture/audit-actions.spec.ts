import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Where acts are noted, and how their actions are written there. */
const ACTION =
  /(?:action: |Noted\(|note\(tx, keeper, program, )'([a-z-]+(?:\.[a-z-]+)+)'|'(person\.codes-[a-z]+|person\.password-[a-z]+)'/g;

async function actionsInCode(): Promise<ReadonlySet<string>> {
  const actions = new Set<string>();
  for (const folder of ['apps', 'libs/access', 'libs/demo', 'libs/event-log']) {
    const files = await readdir(join(ROOT, folder), { recursive: true });
    for (const file of files.filter((name) => /(?<!\.spec)\.ts$/.test(name))) {
      const text = await readFile(join(ROOT, folder, file), 'utf8');
      for (const [, noted, own] of text.matchAll(ACTION)) actions.add(noted ?? own ?? '');
    }
  }
  return actions;
}

describe('docs/audit.md', () => {
  test('lists every action that is noted, and none that is not', async () => {
    const text = await readFile(join(ROOT, 'docs/audit.md'), 'utf8');
    const table = text.slice(text.indexOf('## What stands in it'), text.indexOf('Not in it:'));
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) =>
      [...(row.split(' | ')[0] ?? '').matchAll(/`([a-z.-]+)`/g)].map(([, action]) =>
        String(action),
      ),
    );
    expect(listed.toSorted()).toEqual([...(await actionsInCode())].toSorted());
  });
});
