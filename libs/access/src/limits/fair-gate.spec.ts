import { describe, expect, it } from 'vitest';
import { FairGate, type GateLimits, type Leave } from './fair-gate.js';

const LIMITS: GateLimits = { atOnce: 4, perParty: 3, waiting: 50, patienceMs: 10_000 };

/** Enters, and says when; what was let in waits to be told to leave. */
function visitors(gate: FairGate) {
  const inside: { readonly who: string; readonly leave: Leave }[] = [];
  const entered: string[] = [];
  const turnedAway: string[] = [];
  const enter = async (who: string, gone?: () => boolean) => {
    const outcome = await gate.enter(who.charAt(0), gone);
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
    for (let n = 1; n <= 6; n++) void enter(`a${n}`);
    await settled();
    expect(entered).toEqual(['a1', 'a2', 'a3']);
    void enter('b1');
    void enter('b2');
    await settled();
    expect(entered.slice(3)).toEqual(['b1']);
    inside[0]?.leave();
    await settled();
    expect(entered.slice(4)).toEqual(['a4']);
  });

  it('serves the parties in turn, however many of one wait', async () => {
    const { enter, entered, inside } = visitors(
      new FairGate({ ...LIMITS, atOnce: 1, perParty: 1 }),
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
    const gate = new FairGate({ ...LIMITS, atOnce: 1, perParty: 1, waiting: 2 });
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

  it('turns away who waited too long, and gives no place to who has gone', async () => {
    const gate = new FairGate({ ...LIMITS, atOnce: 1, perParty: 1, patienceMs: 5 });
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
});
