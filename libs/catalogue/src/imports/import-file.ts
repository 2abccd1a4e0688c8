import type { Fault } from '../read/fault.js';

/** A file as it was sent: its path within the folder it comes from, and what it holds. */
export interface ImportFile {
  /** Parts joined by `/`, relative. It names the file in faults and is never opened. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What one import may hold. @source docs/imported-models.md, Limits */
export const IMPORT_LIMITS = {
  files: 1_000,
  path: 300,
  /** YAML tokens of one file; generated ones are longer than those that people write. */
  tokens: 250_000,
  /** Activities of DSOMM: as many as a model may bring milestones. */
  activities: 5_000,
  /** Facts that are recorded from the progress of one import. */
  facts: 5_000,
  /** Rows of a spreadsheet, its head among them. */
  rows: 5_000,
  /** What a workbook may grow to when it is unpacked, in bytes. */
  unpacked: 10 * 1024 * 1024,
} as const;

/** A file on its own is at fault, wherever in it. */
export function wholeFile(file: string | undefined, message: string): Fault {
  return { file, line: 1, column: 1, pointer: '', message };
}

/** Whether each path can name a file of one folder, and no two the same. @returns what is wrong with them */
export function checkPaths(files: readonly ImportFile[]): readonly Fault[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }, index) => {
    const shown = path.slice(0, 100);
    const at = (message: string) => [{ ...wholeFile(shown, message), pointer: `/files/${index}` }];
    if (path.length > IMPORT_LIMITS.path || !isRelative(path)) {
      return at('A path is relative: names joined by `/`, without `..`. Write it so.');
    }
    if (seen.has(path)) return at('Another file has this path. Send each once.');
    seen.add(path);
    return [];
  });
}

function isRelative(path: string): boolean {
  if (/[\\\u0000-\u001f\u007f]/.test(path) || !path.isWellFormed()) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** The end of its name, in lower case, without the dot; empty when it has none. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
