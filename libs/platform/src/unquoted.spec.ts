import { describe, expect, test } from 'vitest';
import { createLogger } from './logger.js';
import { unquoted, withoutQuotes } from './unquoted.js';

const NOTE = 'Ada was "not" there';

function thrown(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

describe('an error that is logged or kept', () => {
  test.each<[string, Error]>([
    ['of a parser', thrown(() => JSON.parse(`Ada ${NOTE}`))],
    ['of the database about a value', withCode(`invalid input: "${NOTE}"`, '22P02')],
    ['that quotes without an end', new Error('cut off: "Ada was')],
    ['that quotes as printers do', new Error('not taken: “Ada”')],
  ])('%s does not repeat what people wrote', (_, error) => {
    const lines: string[] = [];
    createLogger('test', { logLevel: 'info' }, { write: (line) => void lines.push(line) }).error({
      err: error,
    });
    for (const told of [unquoted(error), withoutQuotes(error).stack, lines.join('')]) {
      expect(told).not.toContain('Ada');
      expect(told).toMatch(/\S/);
    }
  });

  test.each([
    ['of our own', withCode('There is no unit "desk".', 'unit-unknown')],
    ['of the database about a table', withCode('relation "unit" does not exist', '42P01')],
  ])('%s says all it has to say', (_, error) => {
    expect(unquoted(error)).toBe(error.message);
    expect(withoutQuotes(error).stack).toContain(import.meta.filename);
  });
});
