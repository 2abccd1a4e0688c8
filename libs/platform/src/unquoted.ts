/** What databases say of values, and of faults that their functions raise: it may repeat the values. */
const OF_VALUES = /^(22|P0|XX)/;
const QUOTED = /(["'`])(?:(?!\1)[\s\S])*(?:\1|$)|[“‘«][^”’»]*(?:[”’»]|$)/g;

/**
 * The message of an error for logs and letters. What we did not write ourselves loses what stands in
 * quotes: parsers and databases repeat there what they could not take, which people may have written.
 */
export function unquoted(error: Error): string {
  const { code } = error as { code?: unknown };
  const ours = typeof code === 'string' && /^[a-z]+(-[a-z]+)*$/.test(code);
  const ofTables = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !OF_VALUES.test(code);
  return ours || ofTables ? error.message : error.message.replace(QUOTED, '…');
}

/** The same error for those who keep its message and stack, without what its message repeats. */
export function withoutQuotes(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('something that is no error was thrown');
  const told = new Error(unquoted(error));
  told.name = error.name;
  told.stack = [`${error.name}: ${told.message}`, ...framesOf(error)].join('\n');
  return told;
}

/** Where an error came from, line by line. */
export function framesOf({ stack = '' }: Error): readonly string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
