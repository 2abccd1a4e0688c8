/** A chart as rows: its table twin, and its CSV. */
export interface Twin {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
