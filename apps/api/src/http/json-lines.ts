import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { HttpProblem } from './http-problem.js';

/** Longer than any line of an exported log; what a hostile body may keep in memory. */
const LONGEST_LINE = 8 * 1024 * 1024;

/**
 * The lines of a body, read as they come.
 * @throws HttpProblem `too-large`, `malformed` when it is not UTF-8
 */
export async function* linesOf(body: Readable, limit: number): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let rest = '';
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new HttpProblem('too-large', `The body is larger than ${limit} bytes.`);
    rest += decode(decoder, chunk);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new HttpProblem('too-large', 'A line of the body is too long.');
    for (const line of lines) if (line.trim() !== '') yield line.replace(/\r$/, '');
  }
  rest += decode(decoder);
  if (rest.trim() !== '') yield rest;
}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new HttpProblem('malformed', 'The body is not UTF-8.');
  }
}

/** Lines with their ends. */
export async function* withLineEnds(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}
