import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AdviceProjector,
  type AlertFilter,
  AlertsQuery,
  AlertsQueryHandler,
  isAlertPlace,
  isRecommendationPlace,
  rebuildAdvice,
  type RecommendationScope,
  RecommendationsQuery,
  RecommendationsQueryHandler,
} from '#lib/advice';
import { openCatalogue } from '#lib/catalogue';
import type { UnitKey } from '#lib/domain';
import type { Foundation } from '#lib/platform';
import { Moments, TreeProjector, wholeOf } from '#lib/projections';
import { openRecords, type Records } from '#lib/recording';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { foundationOn, Office } from '../../support/office.js';

const DAY = 86_400_000;

describe('asking for advice', () => {
  let test: TestDatabase;
  let foundation: Foundation;
  let records: Records;
  let office: Office;
  let recommendations: RecommendationsQueryHandler;
  let alerts: AlertsQueryHandler;
  const clock = { at: Date.parse('2013-01-01'), now: () => clock.at };

  const parts = () => {
    const { log, catalogue } = records;
    return { database: foundation.database, log, catalogue, clock };
  };
  async function follow(): Promise<void> {
    const { database, log, catalogue } = parts();
    await new TreeProjector(database, log, catalogue).run(office.program);
    await new AdviceProjector(parts()).run(office.program);
  }
  const stepsOf = async (scope: RecommendationScope, limit = 100, after?: string) =>
    recommendations.execute(new RecommendationsQuery(wholeOf(office.program), scope, limit, after));
  const alertsOf = (filter: AlertFilter, limit = 100, after?: string) =>
    alerts.execute(new AlertsQuery(wholeOf(office.program), filter, limit, after));
  const unit = (name: string) => name as UnitKey;

  beforeAll(async () => {
    test = await startTestDatabase();
    foundation = await foundationOn('postgres', test, clock);
    records = openRecords(foundation, await openCatalogue(foundation));
    await records.wakeups.close();
    const { database, log, catalogue } = parts();
    const moments = new Moments(database, log, catalogue as never, clock);
    recommendations = new RecommendationsQueryHandler(moments);
    alerts = new AlertsQueryHandler(moments);
    office = await Office.open(records);
    await office.unit('acme', null, '2010-01-01');
    await office.unit('europe', 'acme', '2010-01-01');
    for (const desk of ['care', 'sales', 'desk']) await office.unit(desk, 'europe', '2010-01-01');
    await office.achieve('europe', 'sponsor.approved', '2012-01-01');
    await office.achieve('care', 'hub.launched', '2012-01-31');
    await office.achieve('sales', 'hub.launched', '2012-03-31');
    await office.lapse('europe', 'sponsor.approved', '2012-12-01');
    await follow();
  });
  afterAll(async () => {
    await records.log.close();
    foundation.queue.close();
    await test.close();
  });

  it('answers the next steps of one unit in their order, with what other units show', async () => {
    await office.achieve('desk', 'sponsor.approved', '2012-06-01');
    await follow();
    const { items, next } = await stepsOf({ unit: unit('desk') });
    expect(items[0]).toMatchObject({
      milestone: 'hub.launched',
      title: 'Social hub launched',
      rank: 1,
      keyMove: true,
      status: 'open',
      precedents: { units: 2, medianDays: 60 },
    });
    expect(items.map(({ rank }) => rank)).toEqual(items.map((_, index) => index + 1));
    expect(next).toBeNull();
  });

  it('never shows a unit as its own precedent', async () => {
    await office.achieve('desk', 'hub.launched', '2012-07-01');
    await office.lapse('desk', 'hub.launched', '2012-08-01');
    await follow();
    const { items } = await stepsOf({ unit: unit('desk') });
    const step = items.find(({ milestone }) => milestone === 'hub.launched');
    expect(step?.precedents).toEqual({ units: 2, medianDays: 60 });
  });

  it('goes through all units below page by page, the first steps first, each once', async () => {
    const whole = await stepsOf({ under: unit('europe') }, 500);
    expect(new Set(whole.items.map((item) => item.unit))).toEqual(
      new Set(['europe', 'care', 'sales', 'desk']),
    );
    const ranks = whole.items.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const paged = [];
    let after: string | undefined;
    do {
      const page = await stepsOf({ under: unit('europe') }, 7, after);
      paged.push(...page.items);
      after = page.next ?? undefined;
      if (after !== undefined) expect(isRecommendationPlace(after)).toBe(true);
    } while (after !== undefined);
    expect(paged).toEqual(whole.items);
  });

  it('shows a decision to who made it at once, and puts what was dismissed last', async () => {
    const [first] = (await stepsOf({ unit: unit('care') })).items;
    const { id: recommendation } = first as { id: string };
    await office.record({
      type: 'recommendation.decided',
      unit: unit('care'),
      data: { recommendation, decision: 'dismissed', reason: 'not this year' },
    });
    const read = async () => (await stepsOf({ unit: unit('care') })).items;
    const dismissed = { id: recommendation, status: 'dismissed' };
    expect((await read()).at(-1)).toMatchObject(dismissed);
    await follow();
    expect((await read()).at(-1)).toMatchObject(dismissed);
    await rebuildAdvice(parts(), office.program);
    expect((await read()).at(-1)).toMatchObject(dismissed);
    const data = { recommendation: recommendation.toUpperCase(), decision: 'accepted' } as const;
    await office.record({ type: 'recommendation.decided', unit: unit('care'), data });
    expect((await read())[0]).toMatchObject({ id: recommendation, status: 'accepted' });
  });

  it('keeps what people said of an alert, whoever is asked and however often it is rebuilt', async () => {
    const [gone] = (await alertsOf({ rule: 'sponsor-gone' })).items;
    const alert = gone?.id as string;
    const europe = unit('europe');
    const read = async () => (await alertsOf({ id: alert })).items[0];
    expect(await read()).toMatchObject({ state: 'open', assignedTo: null, snoozedUntil: null });
    await office.record({ type: 'alert.assigned', unit: europe, data: { alert, to: 'Ada' } });
    await office.record({ type: 'alert.acknowledged', unit: europe, data: { alert } });
    expect(await read()).toMatchObject({ state: 'acknowledged', assignedTo: 'Ada' });
    await follow();
    await rebuildAdvice(parts(), office.program);
    expect(await read()).toMatchObject({ state: 'acknowledged', assignedTo: 'Ada' });
    const [row] = await office.rows<{ data: { to: string } }>(
      `SELECT data FROM advice_decision WHERE program_id = $1 AND type = 'alert.assigned'`,
    );
    expect(row?.data.to).not.toContain('Ada');
    const until = new Date(clock.at + 10 * DAY).toISOString().slice(0, 10);
    await office.record({ type: 'alert.snoozed', unit: europe, data: { alert, until } });
    expect(await read()).toMatchObject({ state: 'snoozed', snoozedUntil: Date.parse(until) });
    clock.at += 11 * DAY;
    expect(await read()).toMatchObject({ state: 'open', snoozedUntil: null });
    await office.record({ type: 'alert.resolved', unit: europe, data: { alert } });
    expect(await read()).toMatchObject({ state: 'resolved' });
    await office.achieve('europe', 'sponsor.approved', '2013-01-05');
    await follow();
    expect(await read()).toMatchObject({ state: 'closed', closedAt: Date.parse('2013-01-05') });
  });

  it('narrows alerts by unit, state, severity and rule, page by page, the latest first', async () => {
    const whole = (await alertsOf({})).items;
    const opened = whole.map(({ openedAt }) => openedAt);
    expect(opened).toEqual(opened.toSorted((a, b) => b - a));
    const paged = [];
    let after: string | undefined;
    do {
      const page = await alertsOf({}, 2, after);
      paged.push(...page.items);
      after = page.next ?? undefined;
      if (after !== undefined) expect(isAlertPlace(after)).toBe(true);
    } while (after !== undefined);
    expect(paged).toEqual(whole);
    const below = (await alertsOf({ under: unit('sales') })).items;
    expect(below).toEqual(whole.filter((alert) => alert.unit === 'sales'));
    const [severity, state] = ['warning', 'open'] as const;
    expect((await alertsOf({ severity, state })).items).toEqual(
      whole.filter((alert) => alert.severity === severity && alert.state === state),
    );
    expect((await alertsOf({ rule: 'stage-lost' })).items).toEqual(
      whole.filter(({ rule }) => rule === 'stage-lost'),
    );
    await expect(alertsOf({ under: unit('nowhere') })).rejects.toMatchObject({
      code: 'unit-unknown',
    });
  });
});
