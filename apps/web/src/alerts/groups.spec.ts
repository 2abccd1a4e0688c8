import { expect, test } from 'vitest';
import { type Alert, groupsOf } from './groups.js';

const alert = (id: string, rule: Alert['rule'], severity: Alert['severity'], unit = 'emea') =>
  ({ id, rule, severity, unit, unitName: unit.toUpperCase() }) as Alert;

const ALERTS = [
  alert('1', 'stalled', 'warning'),
  alert('2', 'stalled', 'warning', 'apac'),
  alert('3', 'review-overdue', 'info'),
  alert('4', 'sponsor-gone', 'critical', 'apac'),
];

test('the group with the gravest alert comes first, then the largest', () => {
  expect(groupsOf(ALERTS, 'rule').map(({ key, alerts }) => [key, alerts.length])).toEqual([
    ['sponsor-gone', 1],
    ['stalled', 2],
    ['review-overdue', 1],
  ]);
});

test('within a unit the gravest comes first', () => {
  const [apac, emea] = groupsOf(ALERTS, 'unit');
  expect(apac).toMatchObject({ title: 'APAC' });
  expect(apac?.alerts.map(({ id }) => id)).toEqual(['4', '2']);
  expect(emea?.alerts.map(({ id }) => id)).toEqual(['1', '3']);
});
