import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { BestMovesQuery, BlockersQuery, type GapQuestion } from '#lib/advice';
import type { ModelId, UnitKey } from '#lib/domain';
import { type Asked, TooMuchAsked, type Viewer } from '#lib/projections';
import { momentView } from '../http/views.js';
import { type Figures, KEPT } from './figures.js';

type GapFigures = Pick<Figures, 'blockers' | 'bestMoves'>;

/** For which pair of times, and in which models. */
interface GapChoice {
  readonly pair: Asked;
  /** Whether the pair is the present. */
  readonly isNow: boolean;
  readonly models: readonly ModelId[];
}

/** Asks what holds a subtree back and what would move it. */
@Injectable()
export class Gaps {
  constructor(private readonly queries: QueryBus) {}

  /**
   * For the pair of the pack. Of more units than can be gone through for a pair, what the worker has
   * written last, which says itself for when; null where the pair lies in the past.
   */
  async of(viewer: Viewer, unit: UnitKey, { pair, isNow, models }: GapChoice): Promise<GapFigures> {
    try {
      return await this.ask(viewer, unit, { ...pair, models });
    } catch (error) {
      if (!(error instanceof TooMuchAsked)) throw error;
      return isNow ? this.ask(viewer, unit, { models }) : { blockers: null, bestMoves: null };
    }
  }

  private async ask(viewer: Viewer, unit: UnitKey, question: GapQuestion): Promise<GapFigures> {
    const blockers = await this.queries.execute(
      new BlockersQuery(viewer, unit, question, KEPT.gaps),
    );
    const moves = await this.queries.execute(new BestMovesQuery(viewer, unit, question, KEPT.gaps));
    const [{ unit: _, ...held }, { unit: __, ...best }] = [blockers, moves];
    return {
      blockers: { ...held, ...momentView(blockers) },
      bestMoves: { ...best, ...momentView(moves) },
    };
  }
}
