import type { Schemas } from '#lib/client';
import { fieldsOf, type Field, freshId, missingOf, saidOf } from '../mapping/parameters.js';
import { type Kind, TOOLS } from '../tools.js';

type ReadyMade = Schemas['ReadyMadeRule'];

/** A ready-made rule that is chosen, and what was said of it. */
export interface RuleDraft {
  readonly use: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** What is typed of a source that is not made yet. */
export interface SourceDraft {
  readonly name: string;
  readonly organization: string;
  /** The unit that all of it is about; null: it is found in what the tool says. */
  readonly unit: string | null;
  readonly rules: readonly RuleDraft[];
}

export const BLANK: SourceDraft = { name: '', organization: '', unit: null, rules: [] };

/** A rule as it is before anything is said of it. */
export const ruleDraft = ({ use, with: known }: ReadyMade): RuleDraft => ({
  use,
  fields: fieldsOf(known, {}),
});

/** The rules that most begin with. */
export const usualRules = (kind: Kind, offered: readonly ReadyMade[]): readonly RuleDraft[] =>
  offered.filter(({ use }) => TOOLS[kind].usual.includes(use)).map(ruleDraft);

/** Whether something has to be said of one of them and is not. */
export const missingIn = (rules: readonly RuleDraft[], offered: readonly ReadyMade[]): boolean =>
  rules.some(({ use, fields }) => missingOf(knownOf(use, offered), fields).length > 0);

/** The mapping that they make. @param unit that all of it is about */
export function mappingOf(
  rules: readonly RuleDraft[],
  unit: string | null,
  offered: readonly ReadyMade[],
): NonNullable<Schemas['PutSource']['mapping']> {
  const taken: string[] = [];
  return rules.map(({ use, fields }) => {
    const id = freshId(use, taken);
    taken.push(id);
    const said = saidOf(knownOf(use, offered), {
      ...fields,
      unit,
    }) as Schemas['MappingRule']['with'];
    return { id, use, ...(said && Object.keys(said).length > 0 ? { with: said } : {}) };
  });
}

/** What can be said of a rule. */
export const knownOf = (use: string, offered: readonly ReadyMade[]): ReadyMade['with'] =>
  offered.find((one) => one.use === use)?.with ?? {};
