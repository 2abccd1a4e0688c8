import {
  Expressions,
  followedModels,
  type ModelId,
  type Position,
  type Span,
  spansApart,
  type Truth,
  type UnitKey,
} from '#lib/domain';
import type { CatalogueHistory, KnownCatalogue } from '../catalogue-reader.js';
import type { Inherited } from './read-index.js';
import type { World } from '../world.js';

/** What a unit hands down to those below it that became different at a position. */
export interface Handed {
  /** Whether it follows other models, which those below without their own follow too. */
  readonly followed: boolean;
  /** By model: the questions that it answers otherwise now, for itself and those above it. */
  readonly answers: ReadonlyMap<ModelId, readonly Answered[]>;
}

/** A question that is answered otherwise over some time. */
export interface Answered {
  readonly question: Inherited;
  readonly spans: readonly Span[];
}

/** Looks at what is handed down, before and after what became known at a position. */
export class HandedDown {
  readonly #found = new Map<string, Promise<Handed>>();

  constructor(
    private readonly world: World,
    private readonly catalogue: CatalogueHistory,
  ) {}

  /**
   * What became different at a position in what a unit hands down. The catalogue must not have
   * changed there.
   */
  at(unit: UnitKey, position: Position): Promise<Handed> {
    const name = `${position} ${unit}`;
    let found = this.#found.get(name);
    if (!found) this.#found.set(name, (found = this.#compare(unit, position)));
    return found;
  }

  async #compare(unit: UnitKey, position: Position): Promise<Handed> {
    const known = await this.catalogue.at(position);
    const line = [unit, ...this.world.everAbove(unit)];
    const [before, after] = [position - 1, position].map(
      (at) => new Expressions(known.view.dictionary, this.world.facts(line, at)),
    ) as [Expressions, Expressions];
    const answers = new Map<ModelId, readonly Answered[]>();
    for (const [model, questions] of known.index.inherited) {
      const otherwise = questions.flatMap((question) => {
        const spans = apart(before, after, unit, question);
        return spans.length > 0 ? [{ question, spans }] : [];
      });
      if (otherwise.length > 0) answers.set(model, otherwise);
    }
    const [old, now] = [before, after].map((one) => followed(one, known, unit).join());
    return { followed: old !== now, answers };
  }
}

/** Whether nothing below can be touched. */
export function isNothing({ followed: other, answers }: Handed): boolean {
  return !other && answers.size === 0;
}

/** The stretches over which a unit, or one above it, answers a question in one reading and not in another. */
export function apart(
  before: Expressions,
  after: Expressions,
  unit: UnitKey,
  question: Inherited,
): readonly Span[] {
  return spansApart(before.truth(unit, question), after.truth(unit, question), isTrue);
}

/** The models that a unit follows, by what a reading knows. */
export function followed(
  { facts, tree }: Expressions,
  { view }: KnownCatalogue,
  unit: UnitKey,
): readonly ModelId[] {
  return followedModels(facts, unit, view.program.models, (of) => tree.latestParent(of));
}

const isTrue = (truth: Truth) => truth === 'true';
