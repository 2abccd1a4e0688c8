/** Days are `YYYY-MM-DD`; a due date is a day, a month, a quarter or a year, the whole of it in time. */

const DAY_MS = 86_400_000;

/** The last day of a due date. @param due `2031`, `2031-Q1`, `2031-03` or `2031-03-31` */
export function lastDayOf(due: string): string {
  const year = Number(due.slice(0, 4));
  const quarter = /^\d{4}-Q([1-4])$/.exec(due);
  if (/^\d{4}$/.test(due)) return `${due}-12-31`;
  if (quarter) return endOfMonth(year, Number(quarter[1]) * 3);
  if (/^\d{4}-\d{2}$/.test(due)) return endOfMonth(year, Number(due.slice(5, 7)));
  return due.slice(0, 10);
}

function endOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** A day some days later, or earlier. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A day some months later, or earlier: the same day of the month, or its last. */
export function plusMonths(day: string, months: number): string {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last)))
    .toISOString()
    .slice(0, 10);
}
