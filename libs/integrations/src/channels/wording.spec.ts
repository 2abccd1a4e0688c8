import { describe, expect, test } from 'vitest';
import type { UnitKey } from '#lib/domain';
import type { NoticeRow } from './due-messages.js';
import { mailOf } from './mail.js';
import { slackOf } from './slack.js';
import { teamsOf } from './teams.js';
import { testWords, wordsOf } from './wording.js';

const names = {
  program: 'Quillhaven Group',
  models: new Map([['lithium', 'The social customer journey']]),
};
const now = { mode: 'at-once' } as const;
const daily = { mode: 'digest', every: 'day', hour: 8, zone: 'UTC' } as const;
const AT = '2026-03-01T00:00:00Z';

const row = (more: Partial<NoticeRow>): NoticeRow => ({
  ...{ type: 'alert.opened', unit: 'germany' as UnitKey, name: 'Germany', severity: 'warning' },
  data: {},
  ...more,
});
const moved = (model: string, [from, to]: readonly [number, number], at = AT) =>
  row({
    ...{ type: 'standing.changed', severity: to < from ? 'warning' : 'info' },
    data: { model, at, from: stage(from), to: stage(to) },
  });
const stage = (ordinal: number) => ({ ordinal, name: `Stage ${ordinal}` });
const lost = (more: Partial<NoticeRow> = {}) =>
  row({
    severity: 'critical',
    data: {
      ...{ rule: 'stage-lost', openedAt: AT },
      summary: 'The social customer journey: fell from stage 3, Stage 3 to 1, Stage 1.',
    },
    ...more,
  });
const texts = (rows: readonly NoticeRow[]) =>
  wordsOf(names, rows, now, undefined).notices.map(({ text }) => text);

describe('a message', () => {
  test('calls a model by its title, and one that has none by its key', () => {
    expect(texts([moved('lithium', [3, 1]), moved('unknown', [1, 2])])).toEqual([
      'Germany fell from Stage 3 to Stage 1 in The social customer journey.',
      'Germany rose from Stage 1 to Stage 2 in unknown.',
    ]);
  });

  test('tells a fall once, by its alert, and counts it once', () => {
    const told = wordsOf(names, [moved('lithium', [3, 1]), lost()], now, undefined);
    expect(told.notices.map(({ severity }) => severity)).toEqual(['critical']);
    expect(told.title).toBe('Quillhaven Group: critical news of Germany');
  });

  test.each([
    ['of another unit', lost({ unit: 'france' as UnitKey, name: 'France' }), [3, 1], AT],
    ['of another time', lost(), [3, 1], '2026-02-01T00:00:00Z'],
    ['of another rule', lost({ data: { ...lost().data, rule: 'stall' } }), [3, 1], AT],
    ['and of a rise', lost(), [1, 3], AT],
  ] as const)('tells a fall beside an alert %s', (_, alert, stages, at) => {
    expect(texts([moved('lithium', stages, at), alert])).toHaveLength(2);
  });

  test('tells a fall in a model beside the alert of another', () => {
    expect(texts([moved('altimeter', [3, 1]), lost()])).toHaveLength(2);
  });

  test.each([
    [[lost(), row({}), row({}), moved('lithium', [1, 2])], '1 critical, 3 more'],
    [[lost(), lost()], '2 critical'],
    [[row({}), moved('lithium', [1, 2])], '1 warning, 1 more'],
    [[row({}), row({})], '2 warnings'],
    [[moved('lithium', [1, 2]), moved('lithium', [2, 3])], '2 things happened'],
    [[row({})], 'a warning about Germany'],
    [[moved('lithium', [1, 2])], 'news of Germany'],
    [[row({ type: 'notice.opened', unit: null, name: null })], 'a notice'],
  ])('of %# begins with the gravest', (rows, title) => {
    expect(wordsOf(names, rows, now, undefined).title).toBe(`Quillhaven Group: ${title}`);
  });

  test('as a digest says so', () => {
    expect(wordsOf(names, [lost(), row({})], daily, undefined).title).toBe(
      'Quillhaven Group: 1 critical, 1 more since the last digest',
    );
  });

  test('that is a test says that the channel works, wherever it goes', () => {
    const message = testWords(names, undefined);
    for (const text of [slackOf(message), teamsOf(message), mailOf(message).text]) {
      expect(text).toContain('Quillhaven Group: a test');
      expect(text).toContain('This is a test: the channel works. Nothing happened in the program.');
    }
  });
});
