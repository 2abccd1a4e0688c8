import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARISONS, type Filter, parseFilter, parsePath } from './filter.js';
import { fits } from './fits.js';
import { ScimFault } from './scim-fault.js';

const USER = {
  id: 'abc',
  userName: 'bjensen@example.com',
  name: { familyName: "O'Malley", givenName: 'Barbara' },
  active: true,
  emails: [
    { type: 'work', value: 'bjensen@example.com', primary: true },
    { type: 'home', value: 'babs@jensen.org' },
  ],
  meta: { lastModified: '2011-05-13T04:42:34Z' },
  logins: 3,
};

/** The examples of RFC 7644, section 3.4.2.2, as far as they are about users. */
const OF_THE_STANDARD: readonly (readonly [string, boolean])[] = [
  ['userName eq "bjensen@example.com"', true],
  ['userName Eq "BJENSEN@example.com"', true],
  ['name.familyName co "O\'Malley"', true],
  ['userName sw "J"', false],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "B"', true],
  ['title pr', false],
  ['meta.lastModified gt "2011-05-13T04:42:34Z"', false],
  ['meta.lastModified ge "2011-05-13T04:42:34.000Z"', true],
  ['meta.lastModified lt "2011-05-13T06:42:34+01:00"', true],
  ['title pr and userName pr', false],
  ['title pr or userName pr', true],
  ['userName eq "x" or userName pr and title pr', false],
  ['schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"', false],
  ['userName pr and (emails co "example.com" or emails.value co "example.org")', true],
  ['userName ne "x" and not (emails co "example.com" or emails.value co "example.net")', false],
  ['active eq true and (emails.type eq "work")', true],
  ['active eq true and emails[type eq "work" and value co "@example.com"]', true],
  ['emails[type eq "home" and value co "@example.com"]', false],
  [
    'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
    true,
  ],
  ['id eq "ABC"', false],
  ['logins gt 2 and logins le 3.0 and logins ne 4', true],
  ['logins eq "3"', false],
  ['title eq null and userName ne null', true],
  ['userName eq "\\u0062jensen@example.com"', true],
  ['active gt false', false],
];

describe('a filter', () => {
  it.each(OF_THE_STANDARD)('says what it means: %s', (text, fitting) => {
    expect(fits(USER, parseFilter(text))).toBe(fitting);
  });

  it('comes back as it was written, however it is nested', () => {
    fc.assert(
      fc.property(anyFilter(), (filter) => {
        expect(parseFilter(written(filter))).toEqual(filter);
      }),
    );
  });

  it('is understood or refused, whatever it is', () => {
    const piece = fc.constantFrom(
      'a',
      '.b',
      '"x"',
      '(',
      ')',
      '[',
      ']',
      'eq',
      'pr',
      'not',
      'and',
      '1',
      ' ',
      '"',
      '\\',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (given) => {
        for (const parse of [parseFilter, parsePath]) {
          try {
            parse(given);
          } catch (error) {
            expect(error).toBeInstanceOf(ScimFault);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('of any length is read in time that grows with it', () => {
    const long = `userName eq "${'\\\\'.repeat(1_900)}"`;
    expect(parseFilter(long)).toMatchObject({ value: '\\'.repeat(1_900) });
    expect(() => parseFilter('('.repeat(3_000))).toThrow(ScimFault);
  });
});

describe('a path', () => {
  it.each([
    ['active', { name: 'active' }],
    ['name.familyName', { name: 'name', part: 'familyName' }],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:name.familyName',
      { name: 'name', part: 'familyName' },
    ],
    [
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
      { name: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager' },
    ],
    ['emails[type eq "work"].value', { name: 'emails', part: 'value', of: { kind: 'compare' } }],
    ['members[value eq "1"]', { name: 'members', of: { kind: 'compare' } }],
  ])('is read: %s', (text, path) => {
    expect(parsePath(text)).toMatchObject(path);
  });
});

const word = fc
  .stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/)
  .filter((name) => !['not', 'and', 'or', 'pr', ...COMPARISONS].includes(name.toLowerCase()));
const attribute = fc.oneof(
  word.map((name) => ({ name })),
  fc.record({ name: word, part: word }),
);

function anyFilter(): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('present' as const), attribute }),
      fc.record({
        kind: fc.constant('compare' as const),
        attribute,
        with: fc.constantFrom(...COMPARISONS),
        value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
      }),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        parts: fc.tuple(tie('filter'), tie('filter')),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('filter') }),
      fc.record({ kind: fc.constant('some' as const), name: word, of: tie('filter') }),
    ),
  }));
  return filter;
}

function written(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${written(filter.parts[0])}) ${filter.kind} (${written(filter.parts[1])})`;
    case 'not':
      return `not (${written(filter.of)})`;
    case 'some':
      return `${filter.name}[${written(filter.of)}]`;
    case 'present':
      return `${nameOf(filter.attribute)} pr`;
    case 'compare':
      return `${nameOf(filter.attribute)} ${filter.with} ${JSON.stringify(filter.value)}`;
  }
}

function nameOf({
  name,
  part,
}: {
  readonly name: string;
  readonly part?: string | undefined;
}): string {
  return part === undefined ? name : `${name}.${part}`;
}
