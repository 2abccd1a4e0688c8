import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Permission, PERMISSIONS, PERMISSIONS_OF, ROLES } from '#lib/access';

const TEXT = await readFile(join(import.meta.dirname, '../../docs/roles.md'), 'utf8');

test('docs/roles.md shows the one table of permissions as it is', () => {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const header = cells(TEXT.split('\n').find((line) => line.startsWith('| permission')) ?? '');
  expect(header).toEqual(['permission', 'opens', ...ROLES]);
  const rows = TEXT.split('\n').filter((line) => /^\| `[a-z]+` \|.*[✓ ] \|$/.test(line));
  const told = rows.map(cells).filter((row) => row.length === header.length);
  const wanted = Object.entries(PERMISSIONS).map(([permission, opens]) => [
    `\`${permission}\``,
    opens,
    ...ROLES.map((role) => (PERMISSIONS_OF[role].includes(permission as Permission) ? '✓' : '')),
  ]);
  expect(told).toEqual(wanted);
});
