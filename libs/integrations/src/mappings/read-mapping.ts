import { below, FaultList, isMap } from './fault-list.js';
import { MappingFaults } from './mapping-faults.js';
import { readReadyMade } from './ready-made/read-ready-made.js';
import { readRule } from './read-rule.js';
import type { Rule } from './rule.js';
import type { SourceKind } from './tool-delivery.js';

const MOST_RULES = 200;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Reads the mapping of a source, as it was put, and gets its expressions ready.
 * @param given a list of rules: ready-made ones (`id`, `use`, `with`) or ones that are written out
 * @throws MappingFaults with all that is wrong
 */
export function readMapping(kind: SourceKind, given: unknown): readonly Rule[] {
  if (!Array.isArray(given) || given.length > MOST_RULES) {
    const message = `A mapping is a list of at most ${MOST_RULES} rules.`;
    throw new MappingFaults([{ pointer: '', message }]);
  }
  const faults = new FaultList();
  const ids = new Set<string>();
  const rules = given.flatMap((rule: unknown, index): readonly Rule[] => {
    const pointer = below('', index);
    if (!isMap(rule)) {
      faults.add(pointer, 'A rule goes here: a map with `id` and `use`, or `id`, `when` and more.');
      return [];
    }
    const id = readId(rule.id, ids, below(pointer, 'id'), faults);
    if (rule.use !== undefined) return readReadyMade(kind, id, rule, { pointer, faults });
    const read = readRule(id, rule, { pointer, faults });
    return read ? [read] : [];
  });
  faults.settle();
  return rules;
}

function readId(given: unknown, ids: Set<string>, pointer: string, faults: FaultList): string {
  if (typeof given !== 'string' || !ID.test(given)) {
    faults.add(pointer, 'The id of a rule has 1 to 64 of a-z, 0-9 and `-`, such as `epic-done`.');
    return 'rule';
  }
  if (ids.has(given)) faults.add(pointer, `Another rule is called "${given}". Rename one of them.`);
  ids.add(given);
  return given;
}
