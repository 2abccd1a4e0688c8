/** In which order days of a column are written: `25.12.2024` or `12/25/2024`. */
export type DateOrder = 'dmy' | 'mdy';

const LOCAL = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T]+0{1,2}:00(?::00)?)?$/;
const SHORT_YEAR = /^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/;
const BLANK_TIME = /^(\d{4}-\d{2}-\d{2})[ T]00:00(?::00)?$/;
/** A day as spreadsheets keep it: days since 1900; those of 1954 to 2064. */
const SERIAL = /^([2-5]\d{4})(?:\.\d+)?$/;
const DAY_MS = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const MONTH_YEAR = /^(0?[1-9]|1[0-2])[./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})\/(0?[1-9]|1[0-2])(?:\/(\d{1,2}))?$/;
/** `May 2024`, `6. Mai 2024`. */
const NAMED_MONTH = /^(?:(\d{1,2})\.? +)?(\p{L}{3,9})\.? +(\d{4})$/u;
const LOCAL_QUARTER = /^Q([1-4])[ /-]?(\d{4})$/i;

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
] as const;

const GERMAN_MONTHS = [
  ...['Januar', 'Februar', 'Marz', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September'],
  ...['Oktober', 'November', 'Dezember'],
] as const;

/** By its name without accents, whole or shortened to three letters, in English or German, the month. */
const MONTH_NAMES: ReadonlyMap<string, number> = new Map([
  ...[MONTHS, GERMAN_MONTHS].flatMap((names) =>
    names.flatMap((name, index): readonly (readonly [string, number])[] => [
      [name.toLowerCase(), index + 1],
      [name.slice(0, 3).toLowerCase(), index + 1],
    ]),
  ),
  ['sept', 9],
]);

/** What the days of a column say about their order. */
export type Order = DateOrder | 'unclear' | 'both' | 'none';

/** The order in which all the days of a column can be read; dots are written between day and month. */
export function orderOf(texts: Iterable<string>): Order {
  let [dmy, mdy, any] = [false, false, false];
  for (const text of texts) {
    const [, first, mark, second] = LOCAL.exec(text) ?? [];
    if (first === undefined) continue;
    any = true;
    if (mark === '.' || Number(first) > 12) dmy = true;
    else if (Number(second) > 12) mdy = true;
  }
  if (dmy && mdy) return 'both';
  if (dmy) return 'dmy';
  if (mdy) return 'mdy';
  return any ? 'unclear' : 'none';
}

/** A date as the log takes it, or why it cannot be read. What is written otherwise is handed on as it is. */
export function readDate(
  text: string,
  order: Order,
): { readonly date: string } | { readonly message: string; readonly like: string } {
  const [, blank] = BLANK_TIME.exec(text) ?? [];
  if (blank !== undefined) return { date: blank };
  const [, serial] = SERIAL.exec(text) ?? [];
  if (serial !== undefined) {
    return { date: new Date(SERIAL_ZERO + Number(serial) * DAY_MS).toISOString().slice(0, 10) };
  }
  const [, quarter, ofYear] = LOCAL_QUARTER.exec(text) ?? [];
  if (quarter !== undefined) return { date: `${ofYear}-Q${quarter}` };
  const whole = monthIn(text);
  if (whole !== undefined) return { date: whole };
  if (SHORT_YEAR.test(text)) {
    const like = 'The year has two digits. Write all four.';
    return { message: `"${text}" has a year of two digits. Write all four.`, like };
  }
  const [, first = '', , second = '', year = ''] = LOCAL.exec(text) ?? [];
  if (first === '') return { date: text };
  const dayFirst = isoDay(year, second, first);
  const monthFirst = isoDay(year, first, second);
  if (order === 'dmy' || dayFirst === monthFirst) return { date: dayFirst };
  if (order === 'mdy') return { date: monthFirst };
  const days = [
    ...(Number(second) > MONTHS.length ? [] : [dayFirst]),
    ...(Number(first) > MONTHS.length ? [] : [monthFirst]),
  ];
  if (order === 'both' || days.length < 2) {
    const why = 'Some days of this column begin with the day and others with the month';
    return {
      message: `${why}. Write "${text}" with the year first: ${days.join(' or ')}.`,
      like: `${why}. Write them with the year first, such as ${dayFirst}.`,
    };
  }
  const could = `${Number(first)} ${monthOf(second)} or ${Number(second)} ${monthOf(first)}`;
  const say = 'Say which comes first in this column (dates: dmy or mdy)';
  return {
    message: `"${text}" could be ${could}. ${say}, or write ${days.join(' or ')}.`,
    like: `It can be read both ways. ${say}, or write it with the year first.`,
  };
}

/** A month, or a day of one that is named or stands behind its year: what cannot be read in two ways. */
function monthIn(text: string): string | undefined {
  const [, month, of] = MONTH_YEAR.exec(text) ?? [];
  if (month !== undefined && of !== undefined) return `${of}-${month.padStart(2, '0')}`;
  const [, year, second, third] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined && second !== undefined) return isoDate(year, second, third);
  const [, day, name = '', ofYear] = NAMED_MONTH.exec(text) ?? [];
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const number = MONTH_NAMES.get(plain);
  if (number === undefined || ofYear === undefined) return undefined;
  return isoDate(ofYear, String(number), day);
}

const isoDate = (year: string, month: string, day: string | undefined) =>
  day === undefined ? `${year}-${month.padStart(2, '0')}` : isoDay(year, month, day);

const isoDay = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const monthOf = (number: string) => MONTHS[Number(number) - 1] ?? number;
