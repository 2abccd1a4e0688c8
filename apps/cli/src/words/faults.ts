import type { Terminal } from '../terminal.js';
import { wrap } from '../text/width.js';

/** What is wrong in a file, and where. */
interface Fault {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer: string;
  readonly message: string;
}

/** Faults as `file:line:column`, which editors and terminals open. @param file of those that name none */
export function faultLines(
  { paint, columns }: Pick<Terminal, 'paint' | 'columns'>,
  file: string,
  faults: readonly Fault[],
  mark = paint.bad('✗'),
): readonly string[] {
  return faults.flatMap(({ file: own = file, line, column, pointer, message }) => {
    const at = line === undefined ? own : `${own}:${line}:${column ?? 1}`;
    return [
      `  ${mark} ${at}  ${paint.faint(pointer)}`,
      ...wrap(message, columns - 6).map((text) => `      ${text}`),
    ];
  });
}
