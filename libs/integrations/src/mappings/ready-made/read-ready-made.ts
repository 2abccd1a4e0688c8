import { below, type FaultList, refuseOthers } from '../fault-list.js';
import { readRule } from '../read-rule.js';
import type { Rule } from '../rule.js';
import type { SourceKind } from '../tool-delivery.js';
import { readParameters } from './parameters.js';
import { type ReadyMade, readyMade } from './ready-made.js';

/** Reads a rule that uses a ready-made one: the rules it stands for, with what was said of it. */
export function readReadyMade(
  kind: SourceKind,
  id: string,
  given: Readonly<Record<string, unknown>>,
  { pointer, faults }: { readonly pointer: string; readonly faults: FaultList },
): readonly Rule[] {
  refuseOthers(given, ['id', 'use', 'with'], pointer, faults);
  const used = readyMade(kind).find(({ use }) => use === given.use);
  if (!used) {
    faults.add(below(pointer, 'use'), unknown(kind, given.use));
    return [];
  }
  const place = below(pointer, 'with');
  const parameters = readParameters(used.with, given.with, place, faults);
  return partsOf(used).flatMap(({ part, rule }) => {
    const read = readRule(`${id}.${part}`, rule, { pointer, faults }, parameters);
    return read ? [read] : [];
  });
}

function partsOf({ parts }: ReadyMade) {
  return parts.map(({ id, ...rule }) => ({ part: String(id), rule }));
}

function unknown(kind: SourceKind, given: unknown): string {
  const there = readyMade(kind).map(({ use }) => use);
  const listed =
    there.length > 0 ? `There are ${there.join(', ')}.` : 'There are none: write the rule out.';
  const named = typeof given === 'string' ? ` "${given.slice(0, 100)}"` : ' of that name';
  return `There is no ready-made rule${named} for ${kind}. ${listed}`;
}
