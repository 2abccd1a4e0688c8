import { createHash } from 'node:crypto';
import type { ProgramId, UnitKey } from '#lib/domain';

/**
 * The id of a finding: the same rule at the same unit in the same episode has the same id, however
 * often it is computed, so that what people decided about it still fits after a rebuild.
 * @returns a UUIDv8 over a SHA-256
 * @source RFC 9562, section 5.8
 */
export function adviceId(program: ProgramId, rule: string, unit: UnitKey, episode: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([program, rule, unit, episode]))
    .digest()
    .subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
