import { describe, expect, it } from 'vitest';
import { type Fact, factsOf } from './facts.js';

let position = 0;
const fact = (id: string, type: string, effectiveAt: string, data: Fact['data']): Fact => ({
  id,
  position: ++position,
  type,
  unit: 'germany',
  occurredAt: effectiveAt.slice(0, 10),
  effectiveAt,
  recordedAt: '2026-01-01T00:00:00Z',
  actor: 'Jonas',
  source: 'waymark',
  data,
});
const HAPPENED = fact('1', 'milestone.achieved', '2025-03-01T00:00:00Z', { milestone: 'hub' });
const ENDED = fact('2', 'milestone.lapsed', '2025-06-01T00:00:00Z', { milestone: 'hub' });
const BACK = fact('3', 'event.retracted', '2026-01-01T00:00:00Z', { event: '2' });
const BACK_BACK = fact('4', 'event.retracted', '2026-01-02T00:00:00Z', { event: '3' });
const facts = (...events: Fact[]) => factsOf([{ unit: 'germany', events }]);

describe('the last fact about a milestone', () => {
  it('is the latest by when it was so, not by when it was recorded', () => {
    expect(facts(ENDED, HAPPENED).last('germany', 'hub')?.id).toBe('2');
  });

  it('is the later in the log of two at one instant', () => {
    const again = fact('5', 'milestone.achieved', ENDED.effectiveAt, { milestone: 'hub' });
    expect(facts(again, ENDED).last('germany', 'hub')?.id).toBe('5');
  });

  it('is none that was taken back, unless that was taken back, too', () => {
    expect(facts(HAPPENED, ENDED, BACK).last('germany', 'hub')?.id).toBe('1');
    expect(facts(HAPPENED, ENDED, BACK, BACK_BACK).last('germany', 'hub')?.id).toBe('2');
  });

  it('is that of the unit that is asked about', () => {
    expect(facts(HAPPENED).last('emea', 'hub')).toBeUndefined();
  });
});

describe('what took an event back', () => {
  it('is told as long as it counts', () => {
    expect(facts(ENDED, BACK).retraction('2')?.id).toBe('3');
    expect(facts(ENDED, BACK, BACK_BACK).retraction('2')).toBeUndefined();
  });
});
