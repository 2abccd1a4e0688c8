import { type Fault, type Finding, pointerOf } from '../../read/fault.js';

/** The cells of a sheet as texts, blank ones empty; the first row with anything in it is its head. */
export class Table {
  constructor(
    readonly path: string,
    /** Row by row, none left out. */
    readonly rows: readonly (readonly string[])[],
  ) {}

  /** Places are row and column, from 0; what is told counts from 1, as spreadsheets do. */
  faults(findings: readonly Finding[]): readonly Fault[] {
    return findings.map(({ path, message }) => ({
      file: this.path,
      line: Number(path[0] ?? 0) + 1,
      column: Number(path[1] ?? 0) + 1,
      pointer: pointerOf(path),
      message: typeof message === 'string' ? message : message(),
    }));
  }
}
