import { describe, expect, it } from 'vitest';
import { type Asked, type Case, criterionOf, type Standing } from './criteria.js';
import { type Fact, factsOf } from './facts.js';
import { countOf } from './rungs.js';

let position = 0;
const fact = (unit: string, type: string, data: Fact['data'], id = String(++position)): Fact => ({
  id,
  position: ++position,
  type: `milestone.${type}`,
  unit,
  occurredAt: '2025-01-01',
  effectiveAt: '2025-01-01T00:00:00Z',
  recordedAt: '2025-02-01T00:00:00Z',
  actor: 'Jonas',
  source: 'waymark',
  data,
});
const asked = (milestones: string[], when: unknown = { milestone: milestones[0] }): Asked => ({
  id: 'criterion',
  says: 'It is so.',
  when,
  milestones,
  keyMove: false,
  supporting: false,
  inferred: false,
});
const STANDING: Standing = {
  model: 'lithium',
  modelVersion: 1,
  policy: 'gates',
  stage: { ordinal: 1, id: 'start', name: 'Start' },
  since: '2025-01-01T00:00:00Z',
  next: null,
  ahead: [],
  met: [],
};
const given = (events: Fact[], met: Standing['met'] = []): Case => ({
  standing: { ...STANDING, met },
  facts: factsOf([{ unit: 'germany', events }]),
  units: ['germany', 'emea'],
});
const state = (one: Asked, ...events: Fact[]) => criterionOf(one, given(events)).state;
const HUB = asked(['hub']);

describe('how it stands with a criterion that is not met', () => {
  it.each([
    ['nobody said anything', 'no-facts', []],
    [
      'somebody looked',
      'not-in-place',
      [fact('germany', 'assessed', { milestone: 'hub', outcome: 'no' })],
    ],
    [
      'it does not apply',
      'not-applicable',
      [fact('germany', 'assessed', { milestone: 'hub', outcome: 'not-applicable' })],
    ],
    ['it ended', 'ended', [fact('germany', 'lapsed', { milestone: 'hub' })]],
    ['it is too long ago', 'ran-out', [fact('germany', 'achieved', { milestone: 'hub' })]],
    [
      'it happened by half',
      'in-part',
      [fact('germany', 'achieved', { milestone: 'hub', degree: 0.5 })],
    ],
    ['another unit has it', 'no-facts', [fact('emea', 'achieved', { milestone: 'hub' })]],
  ] as const)('%s: %s', (_, expected, events) => {
    expect(state(HUB, ...events)).toBe(expected);
  });

  it('is in part when one of several is so', () => {
    const both = asked(['hub', 'coe'], { all: [{ milestone: 'hub' }, { milestone: 'coe' }] });
    expect(state(both, fact('germany', 'achieved', { milestone: 'hub' }))).toBe('in-part');
    const { silent } = criterionOf(
      both,
      given([fact('germany', 'achieved', { milestone: 'hub' })]),
    );
    expect(silent).toEqual(['coe']);
  });

  it('is told by a unit above only of milestones that are looked for there', () => {
    const either = asked(['coe', 'hub'], {
      any: [{ milestone: 'coe', scope: 'up' }, { milestone: 'hub' }],
    });
    const above = [
      fact('emea', 'lapsed', { milestone: 'coe' }, 'coe-ended'),
      fact('emea', 'lapsed', { milestone: 'hub' }, 'hub-ended'),
    ];
    expect(criterionOf(either, given(above)).facts.map(({ id }) => id)).toEqual(['coe-ended']);
  });
});

describe('how it stands with a criterion that is met', () => {
  const met = {
    stage: 'start',
    criterion: 'criterion',
    since: '2025-01-01T00:00:00Z',
    supporting: false,
    inferred: false,
  };

  it('is shown by its facts, and by how many of elsewhere', () => {
    const hub = fact('germany', 'achieved', { milestone: 'hub' }, 'known');
    const found = criterionOf(
      HUB,
      given([hub], [{ ...met, by: ['known', 'of-a-unit-below'], waived: false }]),
    );
    expect(found).toMatchObject({ state: 'met', facts: [{ id: 'known' }], elsewhere: 1 });
  });

  it('is by decision where a waiver makes it so', () => {
    expect(criterionOf(HUB, given([], [{ ...met, by: ['waiver'], waived: true }])).state).toBe(
      'waived',
    );
  });
});

describe('what counts of a stage', () => {
  it('leaves out what only helps and what does not apply, and asks for no more than there is', () => {
    const criteria = [
      criterionOf({ ...HUB, id: 'helps', supporting: true }, given([])),
      criterionOf(
        HUB,
        given([fact('germany', 'assessed', { milestone: 'hub', outcome: 'not-applicable' })]),
      ),
      criterionOf(asked(['coe']), given([])),
    ];
    expect(countOf(criteria, { atLeast: 2, inferred: false })).toEqual({
      asked: 1,
      enough: 1,
      met: 0,
    });
  });
});
