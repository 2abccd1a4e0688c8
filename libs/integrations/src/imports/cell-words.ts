/** `achieved` or `lapsed`; undefined when it is neither. */
export function recordOf(text: string): 'achieved' | 'lapsed' | undefined {
  const word = wordOf(text);
  if (['achieved', 'milestoneachieved', 'reached', 'done', 'yes', 'x'].includes(word))
    return 'achieved';
  return ['lapsed', 'milestonelapsed', 'lost', 'over', 'no'].includes(word) ? 'lapsed' : undefined;
}

/** What an assessment found; undefined when it cannot be told. */
export function outcomeOf(text: string): 'yes' | 'no' | 'not-applicable' | undefined {
  const word = wordOf(text);
  if (['yes', 'y', 'true', 'x', '1', 'met', 'inplace', 'achieved'].includes(word)) return 'yes';
  if (['no', 'n', 'false', '0', 'notmet', 'missing', 'open'].includes(word)) return 'no';
  return ['notapplicable', 'na'].includes(word) ? 'not-applicable' : undefined;
}

/** A degree above 0 up to 1, from a number or a percentage; undefined when it is none. */
export function degreeOf(text: string): number | undefined {
  const [, digits, percent] = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replace(',', '.'));
  const degree = percent === '%' ? number / 100 : number;
  return degree > 0 && degree <= 1 ? degree : undefined;
}

/** A stage by its number where it is one, else by its id. */
export function stageOf(text: string): string | number | undefined {
  return wholeNumber(text) ?? (text.length <= 128 ? text : undefined);
}

/** A whole number of at most four digits; undefined when it is none. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

function wordOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
