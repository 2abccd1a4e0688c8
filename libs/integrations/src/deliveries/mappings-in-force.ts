import type { Tx } from '#lib/platform';
import { readMapping } from '../mappings/read-mapping.js';
import type { SourceKind } from '../mappings/tool-delivery.js';

const KEPT_AT_MOST = 500;

/** Gets a mapping ready. @throws MappingFaults for one that an older Waymark took */
export type Rules = () => ReturnType<typeof readMapping>;

/** Mappings by source and version, compiled once: a version never changes. */
export class MappingsInForce {
  private readonly kept = new Map<string, Rules>();

  async of(
    tx: Tx,
    program: string,
    {
      source,
      kind,
      mapping,
    }: { readonly source: string; readonly kind: SourceKind; readonly mapping: number },
  ): Promise<Rules> {
    const name = `${program} ${source} ${mapping}`;
    const found = this.kept.get(name);
    if (found) return found;
    const [row] = await tx.query<{ rules: readonly unknown[] }>(
      'SELECT rules FROM source_mapping WHERE program_id = $1 AND source = $2 AND version = $3',
      [program, source, mapping],
    );
    let read: ReturnType<typeof readMapping> | undefined;
    const rules = () => (read ??= readMapping(kind, row?.rules ?? []));
    if (this.kept.size >= KEPT_AT_MOST) this.kept.clear();
    this.kept.set(name, rules);
    return rules;
  }
}
