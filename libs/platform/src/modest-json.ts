/** How deep JSON from outside may be nested. Nothing that is taken needs more than a handful of levels. */
const DEEPEST = 32;

/**
 * What is wrong with the nesting or the number of values of a JSON text; undefined: nothing. It is
 * asked before the text is parsed, so that nothing that recurses or copies ever meets heaps of values.
 */
export function immodestyOf(text: string, mostValues: number): string | undefined {
  let depth = 0;
  let values = 1;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (quoted) {
      if (character === 0x5c) index++;
      else if (character === 0x22) quoted = false;
    } else if (character === 0x22) {
      quoted = true;
    } else if (character === 0x2c) {
      values++;
    } else if (character === 0x5b || character === 0x7b) {
      values++;
      depth++;
      if (depth > DEEPEST) return `The JSON is nested deeper than ${DEEPEST} levels.`;
    } else if (character === 0x5d || character === 0x7d) {
      depth--;
    }
  }
  return values > mostValues ? `The JSON holds more than ${mostValues} values.` : undefined;
}
