/** In which order days of a column are written: `25.12.2024` or `12/25/2024`. */
export type DateOrder = 'dmy' | 'mdy';

const LOCAL = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T]+0{1,2}:00(?::00)?)?$/;
const SHORT_YEAR = /^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/;
const BLANK_TIME = /^(\d{4}-\d{2}-\d{2})[ T]00:00(?::00)?$/;
const LOCAL_QUARTER = /^Q([1-4])[ /-]?(\d{4})$/i;

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
): { readonly date: string } | { readonly message: string } {
  const [, blank] = BLANK_TIME.exec(text) ?? [];
  if (blank !== undefined) return { date: blank };
  const [, quarter, ofYear] = LOCAL_QUARTER.exec(text) ?? [];
  if (quarter !== undefined) return { date: `${ofYear}-Q${quarter}` };
  if (SHORT_YEAR.test(text)) {
    return { message: `"${text}" has a year of two digits. Write all four.` };
  }
  const [, first = '', , second = '', year = ''] = LOCAL.exec(text) ?? [];
  if (first === '') return { date: text };
  if (order === 'unclear' || order === 'both' || order === 'none') {
    const why =
      order === 'both'
        ? 'Some days of this column begin with the day and others with the month'
        : 'It does not say which is the day and which the month';
    return { message: `"${text}" is ambiguous. ${why}: send ?dates=dmy or ?dates=mdy.` };
  }
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}
