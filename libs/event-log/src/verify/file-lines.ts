import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { UnreadableGiven } from './given.js';

/** Longer than any line of an exported log. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The lines of a file, without their ends, read as they are needed.
 * @throws UnreadableGiven when it cannot be read, is no UTF-8, or has a line that is too long
 */
export async function* fileLines(path: string): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      rest += decoder.decode(chunk, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new Error('a line is longer than any of an export');
      for (const line of lines) yield line.replace(/\r$/, '');
    }
    rest += decoder.decode();
  } catch (error) {
    throw new UnreadableGiven(`${path} cannot be read: ${(error as Error).message}.`);
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
