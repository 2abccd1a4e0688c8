import {
  type Criterion,
  type Dictionary,
  type Duration,
  type Expression,
  type MaturityModel,
  type MilestoneEntry,
  type MilestoneKey,
  type ModelId,
  type Needs,
  parseDuration,
  type Stage,
} from '#lib/domain';

/** A duration that is known to be well formed. */
export function duration(iso: string): Duration {
  const parsed = parseDuration(iso);
  if (!parsed) throw new Error(`${iso} is no duration; give one like P1Y2M3DT4H`);
  return parsed;
}

/** Options of `{ milestone: … }`, durations in ISO 8601. */
export interface Asked {
  readonly degree?: number;
  readonly within?: string;
  readonly heldFor?: string;
  readonly scope?: 'self' | 'up';
}

/** `{ milestone: key, … }` */
export function milestone(key: string, asked: Asked = {}): Expression {
  return {
    form: 'milestone',
    milestone: key as MilestoneKey,
    degree: asked.degree ?? 1,
    scope: asked.scope ?? 'self',
    ...(asked.within === undefined ? {} : { within: duration(asked.within) }),
    ...(asked.heldFor === undefined ? {} : { heldFor: duration(asked.heldFor) }),
  };
}

/** A dictionary entry with nothing but what the meaning depends on. */
export function entry(
  key: string,
  rules: { readonly validity?: string; readonly impliedBy?: readonly string[] } = {},
): MilestoneEntry {
  return {
    key: key as MilestoneKey,
    title: key,
    means: key,
    impliedBy: (rules.impliedBy ?? []) as readonly MilestoneKey[],
    dependsOn: [],
    references: {},
    inferred: false,
    ...(rules.validity === undefined ? {} : { validity: duration(rules.validity) }),
  };
}

/** A dictionary of the entries, and of plain ones for the other keys. */
export function dictionaryOf(
  keys: readonly string[],
  entries: readonly MilestoneEntry[] = [],
): Dictionary {
  return new Map([...keys.map((key) => entry(key)), ...entries].map((one) => [one.key, one]));
}

/** A criterion that is counted, unless told otherwise. */
export function criterion(
  id: string,
  when: Expression,
  flags: Partial<Pick<Criterion, 'keyMove' | 'supporting' | 'inferred'>> = {},
): Criterion {
  return { id, says: id, when, keyMove: false, supporting: false, inferred: false, ...flags };
}

/** A stage of a `gates` model, or one with `from` of a `scored` one. */
export function stage(
  ordinal: number,
  criteria: readonly Criterion[] = [],
  rules: { readonly needs?: Needs; readonly from?: number } = {},
): Stage {
  const id = `stage-${ordinal}`;
  const text = { id, name: id, pitfalls: [], inferred: false };
  return { ordinal, ...text, needs: 'all', criteria, ...rules };
}

/** The head that all models share. */
export function modelHead(id = 'tested') {
  return {
    id: id as ModelId,
    version: 1,
    title: id,
    provenance: 'full' as const,
    notes: [],
    benchmarks: [],
    references: {},
    milestones: [],
  };
}

/** A `gates` model whose single stage asks for one expression. */
export function asking(when: Expression): MaturityModel {
  return { ...modelHead(), policy: 'gates', stages: [stage(1, [criterion('asked', when)])] };
}
