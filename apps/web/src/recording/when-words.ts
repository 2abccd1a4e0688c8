/** The words and ways of writing dates of one language. */
export interface DateWords {
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
  /** Names of months, whole and short, in lower case. */
  readonly months: ReadonlyMap<string, number>;
  /** In which order a date of numbers is written: `month`, `day`, `year`. */
  readonly order: readonly string[];
}

const known = new Map<string, DateWords>();

/** Those of a language, and the English ones beside it. @param locale absent: the browser's */
export function dateWordsOf(locale: string | undefined): DateWords {
  const found = known.get(locale ?? '');
  if (found) return found;
  const words = wordsOf(locale);
  known.set(locale ?? '', words);
  return words;
}

function wordsOf(locale: string | undefined): DateWords {
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).formatToParts(new Date(0));
  return {
    today: ['today', 'now', near.format(0, 'day').toLowerCase()],
    yesterday: ['yesterday', near.format(-1, 'day').toLowerCase()],
    months: new Map([...monthsOf('en'), ...monthsOf(locale)]),
    order: parts.map(({ type }) => type).filter((type) => type !== 'literal'),
  };
}

function monthsOf(locale: string | undefined): readonly (readonly [string, number])[] {
  const styles = ['long', 'short'] as const;
  const contexts = [{}, { day: 'numeric' }] as const;
  return styles.flatMap((month) =>
    contexts.flatMap((context) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC', ...context });
      return Array.from({ length: 12 }, (_, index) => {
        const parts = format.formatToParts(new Date(Date.UTC(2024, index, 1)));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        return [name.toLowerCase().replaceAll('.', ''), index + 1] as const;
      });
    }),
  );
}
