import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainedEvent, chainHash, FIRST_HASH } from '../canonical.js';
import { ChainCheck, type StoredLink } from './chain-check.js';
import { HeadsOnChain } from './heads-on-chain.js';

const LENGTH = 12;

function event(position: number, text: string): ChainedEvent {
  const id = `00000000-0000-7000-8000-0000000000${String(position).padStart(2, '0')}`;
  return {
    position,
    id,
    type: 'milestone.achieved',
    shape: 1,
    unit: 'alpha',
    occurredAt: '2024-05-01',
    effectiveAt: 1,
    recordedAt: position,
    author: id,
    actor: { name: text },
    source: 'waymark',
    sourceId: id,
    data: { note: text },
    digest: '',
  };
}

/** A chain of events that say some texts. */
function chainOf(texts: readonly string[]): StoredLink[] {
  let hash = FIRST_HASH;
  return texts.map((text, index) => {
    const one = event(index + 1, text);
    hash = chainHash(hash, one);
    return { event: one, hash };
  });
}

function check(links: readonly StoredLink[]): ChainCheck {
  const chain = new ChainCheck();
  for (const link of links) chain.take(link);
  return chain;
}

const texts = fc.array(fc.string(), { minLength: LENGTH, maxLength: LENGTH });
const place = fc.integer({ min: 0, max: LENGTH - 1 });

describe('going along a chain', () => {
  it('finds nothing where nothing was done', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const chain = check(chainOf(all));
        expect([chain.finding, chain.position]).toEqual([undefined, LENGTH]);
      }),
    );
  });

  it('finds any other order at the first event that is not in its place', () => {
    const orders = fc.shuffledSubarray([...Array(LENGTH).keys()], { minLength: LENGTH });
    fc.assert(
      fc.property(texts, orders, (all, order) => {
        const links = chainOf(all);
        const first = order.findIndex((from, to) => from !== to);
        fc.pre(first >= 0);
        // the lines of a file are exchanged, with all that stands in them
        const moved = order.map((from) => links[from] as StoredLink);
        expect(check(moved).finding).toMatchObject({ kind: 'order', position: first + 1 });
        // the rows of a table are exchanged: their positions are those of their new places
        const placed = moved.map(({ event: one, hash }, to) => ({
          event: { ...one, position: to + 1 },
          hash,
        }));
        expect(check(placed).finding).toMatchObject({ kind: 'order', position: first + 1 });
      }),
    );
  });

  it('finds events that are missing, and goes on from those before', () => {
    fc.assert(
      fc.property(texts, place, fc.integer({ min: 1, max: 4 }), (all, from, count) => {
        const links = chainOf(all);
        links.splice(from, count);
        const chain = check(links);
        expect(chain.position).toBe(from);
        const finding = from + count < LENGTH ? { kind: 'gap', position: from + 1 } : undefined;
        expect(chain.finding).toEqual(finding && expect.objectContaining(finding));
      }),
    );
  });

  it('finds an event that was replaced together with its hash by the one after it; the last by a head alone', () => {
    fc.assert(
      fc.property(texts, place, fc.string(), (all, at, other) => {
        fc.pre(all[at] !== other);
        const links = chainOf(all);
        links[at] = chainOf(all.with(at, other))[at] as StoredLink;
        const { finding } = check(links);
        expect(finding?.position).toBe(at < LENGTH - 1 ? at + 2 : undefined);
        if (finding) expect(finding.says).toContain(`or event ${at + 1} was replaced`);
      }),
    );
  });

  it('finds a chain written anew by any head behind the first change', () => {
    fc.assert(
      fc.property(texts, place, fc.string(), fc.uniqueArray(place), (all, at, other, kept) => {
        fc.pre(all[at] !== other);
        const heads = kept.map((index) => ({
          position: index + 1,
          hash: (chainOf(all)[index] as StoredLink).hash.toString('hex'),
          name: 'a head',
        }));
        const held = new HeadsOnChain(heads);
        for (const { event: one, hash } of chainOf(all.with(at, other)))
          held.pass(one.position, hash);
        const before = kept.filter((index) => index < at).map((index) => index + 1);
        const proved = Math.max(0, ...before);
        const seen = kept.some((index) => index >= at);
        expect(held.proved).toBe(proved);
        expect(held.end(LENGTH)?.position).toBe(seen ? proved + 1 : undefined);
      }),
    );
  });
});
