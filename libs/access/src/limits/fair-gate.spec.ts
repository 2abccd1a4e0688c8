import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairGate, type GateLimits, type Leave } from './fair-gate.js';

const LIMITS: GateLimits = {
  atOnce: 4,
  perParty: 3,
  alone: 6,
  waiting: 200,
  waitingBytes: 1_000,
  patienceMs: 10_000,
};

/** Enters, and says when; what was let in waits to be told to leave. */
function visitors(gate: FairGate) {
  const inside: { readonly who: string; readonly leave: Leave }[] = [];
  const entered: string[] = [];
  const turnedAway: string[] = [];
  const enter = async (who: string, gone?: () => boolean, bytes?: number) => {
    const outcome = await gate.enter(who.charAt(0), { gone, bytes });
    if (typeof outcome !== 'function') return void turnedAway.push(`${who} ${outcome}`);
    entered.push(who);
    inside.push({ who, leave: outcome });
  };
  return { enter, entered, inside, turnedAway };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a fair gate', () => {
  it('lets so many in at once, and no party take all places', async () => {
    const { enter, entered, inside } = visitors(new FairGate(LIMITS));
    void enter('b0');
    await settled();
    inside[0]?.leave();
    for (let n = 1; n <= 6; n++) void enter(`a${n}`);
    await settled();
    expect(entered).toEqual(['b0', 'a1', 'a2', 'a3']);
    void enter('b1');
    void enter('b2');
    await settled();
    expect(entered.slice(4)).toEqual(['b1']);
    inside[1]?.leave();
    await settled();
    expect(entered.slice(5)).toEqual(['a4']);
  });

  it('lets a party that is alone have more, and others in at once who come then', async () => {
    const { enter, entered, inside } = visitors(new FairGate(LIMITS));
    for (let n = 1; n <= 9; n++) void enter(`a${n}`);
    await settled();
    expect(entered).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    void enter('b1');
    void enter('b2');
    await settled();
    expect(entered.slice(6)).toEqual(['b1']);
    for (const one of inside.slice(0, 4)) {
      one.leave();
      await settled();
    }
    expect(entered.slice(7)).toEqual(['a7']);
    inside[6]?.leave();
    await settled();
    expect(entered.slice(8)).toEqual(['b2']);
  });

  it('serves the parties in turn, however many of one wait', async () => {
    const { enter, entered, inside } = visitors(
      new FairGate({ ...LIMITS, atOnce: 1, perParty: 1, alone: 1 }),
    );
    for (const who of ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'c1']) void enter(who);
    await settled();
    for (let n = 0; n < 8; n++) {
      inside[n]?.leave();
      inside[n]?.leave();
      await settled();
    }
    expect(entered).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4', 'a5']);
  });

  it('turns away who finds the line of their party full, and nobody else', async () => {
    const gate = new FairGate({ ...LIMITS, atOnce: 1, perParty: 1, alone: 1, waiting: 2 });
    const { enter, entered, inside, turnedAway } = visitors(gate);
    for (const who of ['a1', 'a2', 'a3', 'a4', 'b1']) void enter(who);
    await settled();
    expect(turnedAway).toEqual(['a4 full']);
    expect(gate.waiting).toBe(3);
    for (let n = 0; n < 4; n++) {
      inside[n]?.leave();
      await settled();
    }
    expect(entered).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect(gate.waiting).toBe(0);
  });

  it('turns away who would hold too much memory while waiting', async () => {
    const gate = new FairGate({ ...LIMITS, atOnce: 1, perParty: 1, alone: 1 });
    const { enter, entered, inside, turnedAway } = visitors(gate);
    void enter('a1', undefined, 5_000);
    for (const [who, bytes] of [
      ['a2', 600],
      ['a3', 600],
      ['a4', 400],
      ['b1', 900],
    ] as const) {
      void enter(who, undefined, bytes);
    }
    await settled();
    expect(turnedAway).toEqual(['a3 full']);
    inside[0]?.leave();
    await settled();
    void enter('a5', undefined, 600);
    inside[1]?.leave();
    await settled();
    expect(entered).toEqual(['a1', 'a2', 'b1']);
    expect(turnedAway).toEqual(['a3 full']);
  });

  it('turns away who waited too long, and gives no place to who has gone', async () => {
    const gate = new FairGate({ ...LIMITS, atOnce: 1, perParty: 1, alone: 1, patienceMs: 5 });
    const { enter, entered, inside, turnedAway } = visitors(gate);
    void enter('a1');
    await enter('b1');
    expect(turnedAway).toEqual(['b1 late']);
    let gone = false;
    void enter('c1', () => gone);
    void enter('d1');
    gone = true;
    inside[0]?.leave();
    await settled();
    expect(entered).toEqual(['a1', 'd1']);
  });

  it('whatever comes and goes, lets nobody take more than theirs, and everybody in', async () => {
    const parties = fc.constantFrom('a', 'b', 'c', 'd');
    const steps = fc.array(fc.oneof(parties, fc.nat(30)), { maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const gate = new FairGate(LIMITS);
        const { enter, entered, inside, turnedAway } = visitors(gate);
        const served = new Set<number>();
        const there = (who?: string) =>
          inside.filter((one, index) => !served.has(index) && (!who || one.who === who)).length;
        const leave = (index: number) => {
          inside[index]?.leave();
          served.add(index);
        };
        for (const step of history) {
          if (typeof step === 'string') void enter(step);
          else if (step < inside.length) leave(step);
          await settled();
          expect(there()).toBeLessThanOrEqual(LIMITS.alone + LIMITS.atOnce - LIMITS.perParty);
          for (const who of 'abcd') expect(there(who)).toBeLessThanOrEqual(LIMITS.alone);
        }
        const came = history.filter((step) => typeof step === 'string').length;
        for (let index = 0; index < came; index++) {
          if (!served.has(index)) leave(index);
          await settled();
        }
        expect([entered.length, turnedAway.length, gate.waiting]).toEqual([came, 0, 0]);
      }),
      { numRuns: 200 },
    );
  });
});
