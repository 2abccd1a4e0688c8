import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AUDIT_ACTIONS } from '#lib/access';

const ROOT = resolve(import.meta.dirname, '../..');
/** Where acts are noted, and how their actions are written there. */
const ACTION =
  /(?:action: |Noted\(|note\(tx, keeper, program, )'([a-z-]+(?:\.[a-z-]+)+)'|'(person\.codes-[a-z]+|person\.password-[a-z]+)'/g;

/** Tells them all, and notes none. */
const LIST = 'src/audit/actions.ts';

async function actionsInCode(): Promise<ReadonlySet<string>> {
  const actions = new Set<string>();
  for (const folder of ['apps', 'libs/access', 'libs/demo', 'libs/event-log']) {
    const files = await readdir(join(ROOT, folder), { recursive: true });
    const sources = files.filter((name) => /(?<!\.spec)\.ts$/.test(name) && name !== LIST);
    for (const file of sources) {
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

  test('lists those that can be asked for', async () => {
    expect(AUDIT_ACTIONS.toSorted()).toEqual([...(await actionsInCode())].toSorted());
  });
});
