/** What a cell holds; texts stay texts, whatever they begin with. */
export type CellValue = string | number | Date | null | undefined;

/** A sheet: its columns by title and width in letters, and its rows. */
export interface Sheet {
  readonly columns: readonly (readonly [title: string, width: number])[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Said above the columns. */
  readonly notes?: readonly string[];
}
