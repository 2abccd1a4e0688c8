import type { Schemas } from '#lib/client';
import { countText, daysBetween, daysText, dayText, occurredText } from '../time/words.js';
import { lastDayOf } from './due-days.js';

export type Status = Schemas['TargetStatus'];
type Planned = Schemas['PlannedTarget'];

/** The gravest first. */
export const STATUSES = [
  'late',
  'at-risk',
  'on-track',
  'aim',
  'done',
] as const satisfies readonly Status[];

/** How each is called on screen. */
export const STATUS_TEXTS: Readonly<Record<Status, string>> = {
  late: 'late',
  'at-risk': 'at risk',
  'on-track': 'on track',
  aim: 'aim',
  done: 'done',
};

/** How a target stands, with by how much. @param today the day that is looked at, `YYYY-MM-DD` or an instant */
export function standingText(
  { status, due, achievedOn }: Pick<Planned, 'status' | 'due' | 'achievedOn'>,
  today: string,
): string {
  if (status === 'done') {
    const on = achievedOn ? ` on ${dayText(achievedOn)}` : '';
    const over = due && achievedOn ? Math.floor(daysBetween(lastDayOf(due), achievedOn)) : 0;
    return over > 0 ? `done${on}, ${daysText(over)} late` : `done${on}`;
  }
  if (status === 'aim' || due === null) return 'aim, no date';
  const over = Math.floor(daysBetween(lastDayOf(due), today));
  if (status === 'late') return over > 0 ? `late by ${daysText(over)}` : 'late';
  const left = Math.max(0, -over);
  return `${STATUS_TEXTS[status]}, ${left === 0 ? 'due today' : `${daysText(left)} left`}`;
}

/** By when something is wanted: a day, or the end of a month, quarter or year. */
export function byText(due: string): string {
  return `by ${/^\d{4}-\d{2}-\d{2}$/.test(due) ? '' : 'the end of '}${occurredText(due)}`;
}

/** By how much a target slipped, in words; undefined where it did not. */
export function slipText(slipDays: number | null): string | undefined {
  if (!slipDays) return undefined;
  return slipDays > 0 ? `slipped ${daysText(slipDays)}` : `brought forward ${daysText(slipDays)}`;
}

/** What others tell of when a target will be reached. */
export function forecastText(forecast: Schemas['Forecast'] | undefined): string | undefined {
  if (!forecast) return undefined;
  const { basis, p50, p85, precedents } = forecast;
  const by = countText(precedents, 'precedent');
  if (basis === 'not-enough-history') return `no forecast: only ${by}`;
  if (p50 && p85) return `expected ${dayText(p50)} to ${dayText(p85)} (${by})`;
  if (p50) return `as likely as not by ${dayText(p50)}; no end in sight beyond (${by})`;
  return `no end in sight by what others did (${by})`;
}
