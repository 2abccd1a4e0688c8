import { countText, dayText, monthText, numberText, occurredText } from '../../time/words.js';
import { forecastText, slipText } from '../status-words.js';
import type { PlannedRow } from './rows.js';

/** What is printed below the marks of a target. */
export function marksText(row: PlannedRow): string {
  const { due, status, slipDays, forecast, achievedOn, lostOn } = row;
  const parts = [
    due ? `due ${occurredText(due)}` : 'no date',
    row.firstDue === due ? undefined : slipText(slipDays),
    lostOn && status !== 'done' ? `reached once, lost ${dayText(lostOn)}` : undefined,
    status === 'done' ? achievedOn && `reached ${dayText(achievedOn)}` : shortForecast(forecast),
  ];
  return parts.filter(Boolean).join(' · ');
}

function shortForecast(forecast: PlannedRow['forecast']): string | undefined {
  if (!forecast?.p50 || !forecast.p85) return forecastText(forecast);
  const basis = countText(forecast.precedents, 'precedent');
  return `expected ${monthText(forecast.p50)} to ${monthText(forecast.p85)} (${basis})`;
}

/** How far a share has come; undefined for other targets. */
export function shareText({ goal, reached = 0, counted = 0 }: PlannedRow): string | undefined {
  if (goal.kind !== 'share') return undefined;
  const needed = Math.ceil((goal.share ?? 1) * counted - 1e-9);
  return `${numberText(reached)} of ${countText(counted, 'unit')}, ${numberText(needed)} wanted`;
}
