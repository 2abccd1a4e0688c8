import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertStorable,
  canonicalJson,
  type ChainedEvent,
  chainHash,
  FIRST_HASH,
  inStoredOrder,
} from './canonical.js';
import { UnstorableText } from './errors.js';

describe('canonical JSON', () => {
  it('is that of RFC 8785', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('is the same whatever the order of members and however often it was read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(inStoredOrder(value))).toBe(text);
      }),
    );
  });
});

describe('the hash chain', () => {
  const event: ChainedEvent = {
    position: 1,
    id: '0190a000-0000-7000-8000-000000000002',
    type: 'milestone.achieved',
    shape: 1,
    unit: 'alpha',
    occurredAt: '2008-12',
    effectiveAt: Date.parse('2008-12-31T00:00:00Z'),
    recordedAt: Date.parse('2009-01-05T10:00:00Z'),
    author: '0190a000-0000-7000-8000-000000000001',
    actor: { name: 'sealed' },
    source: 'waymark',
    sourceId: '0190a000-0000-7000-8000-000000000002',
    data: { note: 'sealed', milestone: 'hub.launched' },
    digest: 'AAAA',
  };

  it('links sha256 over the previous hash and the canonical event, as documented', () => {
    const documented = createHash('sha256')
      .update(Buffer.concat([Buffer.alloc(32), Buffer.from(canonicalJson(event))]))
      .digest();
    expect(chainHash(FIRST_HASH, event)).toEqual(documented);
    expect(documented.toString('hex')).toBe(
      '0d17387e6dcb8095790fefb402df834b77570d4680f8c3bb107d069ef134db58',
    );
  });

  it.each(Object.keys(event) as (keyof ChainedEvent)[])('covers %s', (member) => {
    const value = event[member];
    const changed = typeof value === 'number' ? value + 1 : `${JSON.stringify(value)}x`;
    expect(chainHash(FIRST_HASH, { ...event, [member]: changed })).not.toEqual(
      chainHash(FIRST_HASH, event),
    );
  });
});

describe('texts that cannot be kept', () => {
  it.each([
    ['a NUL', { note: 'a\0b' }],
    ['half a surrogate pair', { evidence: [{ title: '\udc00' }] }],
    ['one in the name of a member', { 'a\ud800': 1 }],
  ])('are refused: %s', (_, value) => {
    expect(() => assertStorable(value, '/data')).toThrow(UnstorableText);
  });

  it('do not include any whole letter', () => {
    expect(() => assertStorable({ note: '🎉 中 \u0001 \uffff' }, '/data')).not.toThrow();
  });
});
