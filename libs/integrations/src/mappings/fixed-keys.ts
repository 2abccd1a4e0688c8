import { below, isMap } from './fault-list.js';
import { type ParameterType, readyMade } from './ready-made/ready-made.js';
import type { SourceKind } from './tool-delivery.js';

/** A milestone or unit that a rule names outright, and where. */
export interface FixedKey {
  readonly kind: 'milestone' | 'unit';
  readonly key: string;
  /** RFC 6901 pointer, from the list of rules. */
  readonly pointer: string;
}

/**
 * The milestones and units that the rules of a mapping name outright: those that are found by
 * expressions are known only once something was sent.
 * @param rules of a mapping that can be used
 */
export function fixedKeys(kind: SourceKind, rules: readonly unknown[]): readonly FixedKey[] {
  return rules.flatMap((rule, index) => {
    const pointer = below('', index);
    if (!isMap(rule)) return [];
    const said = isMap(rule.with) ? rule.with : {};
    return [
      ...named('milestone', rule.milestone, below(pointer, 'milestone')),
      ...parametersOf(kind, rule.use).flatMap(([name, of]) =>
        named(of, said[name], below(below(pointer, 'with'), name)),
      ),
    ];
  });
}

type Kind = FixedKey['kind'];

const NAMING: Readonly<Partial<Record<ParameterType, Kind>>> = {
  ...{ milestone: 'milestone', milestones: 'milestone', unit: 'unit', units: 'unit' },
};

/** The parameters of a ready-made rule that name milestones or units. */
function parametersOf(kind: SourceKind, use: unknown): readonly (readonly [string, Kind])[] {
  const used = readyMade(kind).find((one) => one.use === use);
  return Object.entries(used?.with ?? {}).flatMap(([name, { type }]) => {
    const of = NAMING[type];
    return of ? [[name, of] as const] : [];
  });
}

/** One that is written there, or those of a table. */
function named(kind: Kind, value: unknown, pointer: string): readonly FixedKey[] {
  if (typeof value === 'string') return [{ kind, key: value, pointer }];
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, key]) =>
    name !== 'cel' && typeof key === 'string' ? [{ kind, key, pointer: below(pointer, name) }] : [],
  );
}
