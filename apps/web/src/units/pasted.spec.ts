import { describe, expect, it } from 'vitest';
import { readUnits } from './pasted.js';

describe('a pasted list of units', () => {
  it('reads names, kinds and what they lie under, by key or by a line above', () => {
    expect(readUnits('Nordics; region; emea\n\nSwédén\tcountry\tNordics\n')).toEqual([
      { line: 1, unit: { unit: 'nordics', name: 'Nordics', kind: 'region', parent: 'emea' } },
      { line: 3, unit: { unit: 'sweden', name: 'Swédén', kind: 'country', parent: 'nordics' } },
    ]);
  });

  it.each([
    ['; region', 'It has no name.'],
    ['Nordics', '“Nordics” has no kind: write it after a semicolon.'],
    ['!!; team', '“!!” has no letters or digits for a key.'],
  ])('says what is wrong with %j', (text, fault) => {
    expect(readUnits(text)).toEqual([{ line: 1, fault }]);
  });

  it('does not take one name twice', () => {
    expect(readUnits('A; team\na; team')[1]).toEqual({ line: 2, fault: '“a” stands here twice.' });
  });
});
