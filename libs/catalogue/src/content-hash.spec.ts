import { expect, it } from 'vitest';
import { contentHash } from './content-hash.js';
import { parseModel } from './parse-model.js';

const known = new Map();
const hashOf = (yaml: string) => {
  const parsed = parseModel(yaml, { known });
  if (!parsed.ok) throw new Error(parsed.faults[0]?.message);
  return parsed.hash;
};

const written = 'id: a\nversion: 1\ntitle: A b\npolicy: gates\nstages: [{ id: s, name: S }]\n';

it.each([
  ['comments and white space', `# a\n\n${written}  # b\n`],
  ['quotes', written.replace('A b', '"A b"')],
  [
    'the order of keys',
    'title: A b\nid: a\nversion: 1\nstages: [{ name: S, id: s }]\npolicy: gates',
  ],
  ['folded lines', written.replace('A b', '>-\n  A\n  b')],
])('%s may change without changing the hash', (_, other) => {
  expect(hashOf(other)).toBe(hashOf(written));
});

it.each([
  ['a word', written.replace('A b', 'A c')],
  ['a number', written.replace('version: 1', 'version: 2')],
  ['one more stage', written.replace('}]', '}, { id: t, name: S }]')],
])('%s changes the hash', (_, other) => {
  expect(hashOf(other)).not.toBe(hashOf(written));
});

it('stays as it is from release to release', () => {
  expect(contentHash({ b: [1, 'x'], a: true })).toBe(
    '654427f8ddece654ee0bf1dba626b0dfc326497be50eaef4e31006bdc495703e',
  );
});
