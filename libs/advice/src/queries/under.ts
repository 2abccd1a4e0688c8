/** A condition on `unit`: the unit `$n` itself or any below it by the tree as it is now; all when `$n` is null. */
export function under(n: number): string {
  return `($${n}::text IS NULL OR unit IN (
    WITH RECURSIVE below AS (
      SELECT unit FROM unit WHERE program_id = $1 AND unit = $${n}
      UNION
      SELECT child.unit FROM below JOIN unit AS child ON child.program_id = $1 AND child.parent = below.unit
    ) SELECT unit FROM below))`;
}
