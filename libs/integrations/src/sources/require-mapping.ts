import { MappingFaults } from '../mappings/mapping-faults.js';
import { readMapping } from '../mappings/read-mapping.js';
import type { SourceKind } from '../mappings/tool-delivery.js';

/** Reads the mapping of a request. @throws MappingFaults, at `/mapping` */
export function requireMapping(
  kind: SourceKind,
  rules: readonly unknown[],
): ReturnType<typeof readMapping> {
  try {
    return readMapping(kind, rules);
  } catch (error) {
    if (!(error instanceof MappingFaults)) throw error;
    const placed = error.faults.map((one) => ({ ...one, pointer: `/mapping${one.pointer}` }));
    throw new MappingFaults(placed);
  }
}
