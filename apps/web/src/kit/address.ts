/** A text of an address, if it is one. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** One of some words of an address. */
export const oneOf = <Word extends string>(
  value: unknown,
  words: readonly Word[],
): Word | undefined => words.find((word) => word === value);

/** A day of an address, `YYYY-MM-DD`, if it is one. */
export function dayIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
