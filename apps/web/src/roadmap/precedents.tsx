import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { countText, daysBetween, daysText } from '../time/words.js';
import { lastDayOf } from './due-days.js';
import { forecastText } from './status-words.js';
import type { PlannedRow } from './timeline/rows.js';

interface PrecedentsProps {
  readonly row: Pick<PlannedRow, 'unit' | 'goal' | 'due' | 'setAt' | 'forecast' | 'status'>;
}

/** What others did beside what is planned, where that helps. */
export function Precedents({ row }: PrecedentsProps): ReactElement | null {
  const { unit, goal, due, setAt, forecast, status } = row;
  const query = api.useQuery(
    'get',
    '/api/v1/units/{unit}/recommendations',
    { params: { path: { unit } } },
    { enabled: goal.kind === 'milestone' && status !== 'done' },
  );
  const found = query.data?.items.find(({ milestone }) => milestone === goal.milestone)?.precedents;
  const planned = due ? Math.round(daysBetween(setAt, lastDayOf(due))) : undefined;
  const expected = status === 'done' ? undefined : forecastText(forecast);
  if (!expected && !found?.units) return null;
  return (
    <Text size="sm" component="div">
      {found && found.units > 0 && found.medianDays !== null && (
        <div>
          Others took {daysText(found.medianDays)} at the median, from when they could begin (
          {countText(found.units, 'unit')}
          {found.units < 10 && ', too few to rely on'})
          {planned !== undefined && planned > 0 && `; this plan gives ${daysText(planned)}`}.
        </div>
      )}
      {expected && <div>{expected.charAt(0).toUpperCase() + expected.slice(1)}.</div>}
    </Text>
  );
}
