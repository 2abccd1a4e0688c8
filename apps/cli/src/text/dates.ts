/** Days and times as the reader writes them. Days are those of UTC, as everywhere in Waymark. */
export interface Dates {
  /** `Mar 1, 2025` */
  day(instant: string): string;
  /** `Mar 2025` */
  month(instant: string): string;
  /** `Mar 1, 2025, 10:15 AM` in the reader's own time zone */
  time(instant: string): string;
  /** A date as somebody gave it: a month, a quarter and a year stay what they are. */
  given(text: string): string;
}

/** @param locale absent: the reader's own */
export function datesIn(locale?: string): Dates {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const said = (format: Intl.DateTimeFormat) => (text: string) => {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? text : format.format(instant).replace(/\u202f/g, ' ');
  };
  return {
    day: said(day),
    month: said(month),
    time: said(time),
    given: (text) => {
      const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
      if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
      if (/^\d{4}$/.test(text)) return text;
      return /^\d{4}-\d{2}$/.test(text) ? said(month)(text) : said(day)(text);
    },
  };
}

/** A length of time in the two words that matter: `1 y 8 mo`, `12 d`. */
export function lasted(from: string, to: string): string {
  const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
  const months = Math.floor(days / 30.44);
  if (months < 2) return days === 1 ? '1 day' : `${days} days`;
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years > 0 ? `${years} y` : '', rest > 0 ? `${rest} mo` : ''].filter(Boolean).join(' ');
}
