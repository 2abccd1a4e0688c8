import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  ExternalText,
  ListQuery,
  listOf,
  MadeMatchView,
  MatchView,
  PutMatch,
  UnmatchedView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Matches } from '#lib/integrations';
import { type By, Wakeups } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { ExternalOf, ProgramOf, Requested, SourceOf } from '../http/parameters.js';

/** Which units sources mean. */
@ApiTags('Integrations')
@Controller('api/v1/sources/:source')
export class MatchesController {
  constructor(
    private readonly matches: Matches,
    private readonly acts: Acts,
    private readonly wakeups: Wakeups,
  ) {}

  @Get('unmatched')
  @Operation({
    summary: 'What waits for somebody to say which unit is meant',
    answers: { 200: listOf(UnmatchedView) },
    refuses: [403, 404, 422],
    example: EXAMPLES.source,
  })
  async unmatched(
    @SourceOf() name: string,
    @Query({ schema: ListQuery }) query: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const page = pageOf(query);
    const found = await this.matches.unmatched(program, name, page);
    return answer(found, query.limit, ({ firstAt, lastAt, ...one }) => ({
      ...one,
      firstAt: instantText(firstAt),
      lastAt: instantText(lastAt),
    }));
  }

  @Get('matches')
  @Operation({
    summary: 'Which units were said to be meant',
    answers: { 200: listOf(MatchView) },
    refuses: [403, 404, 422],
    example: EXAMPLES.source,
  })
  async list(
    @SourceOf() name: string,
    @Query({ schema: ListQuery }) query: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const found = await this.matches.list(program, name, pageOf(query));
    return answer(found, query.limit, ({ madeAt, ...one }) => ({
      ...one,
      madeAt: instantText(madeAt),
    }));
  }

  @Put('matches/:external')
  @Operation({
    summary: 'Says which unit is meant; it is remembered',
    description: 'Deliveries that wait for the answer are worked off by it.',
    answers: { 200: MadeMatchView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.putMatch,
  })
  async put(
    @SourceOf() name: string,
    @ExternalOf() external: string,
    @Body({ schema: PutMatch }) { unit }: z.output<typeof PutMatch>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ) {
    const { program, actor } = by;
    const { match, deliveries } = await this.acts.once(by, acting, async (tx) => {
      const wish = { external, unit, by: actor.subject };
      const made = await this.matches.put(tx, program, name, wish);
      return { answer: made, action: 'source.matched', about: { source: name, unit } };
    });
    this.wakeups.ask('deliveries', program, 0);
    return { ...match, madeAt: instantText(match.madeAt), deliveries };
  }

  @Delete('matches/:external')
  @HttpCode(204)
  @Operation({
    summary: 'Forgets which unit was said to be meant',
    description: 'What was recorded by it stays.',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.spareMatch,
  })
  async remove(
    @SourceOf() name: string,
    @ExternalOf() external: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.matches.remove(tx, by.program, name, external);
      return { answer: null, action: 'source.match-forgotten', about: { source: name } };
    });
  }
}

function pageOf({ limit, cursor }: z.output<typeof ListQuery>) {
  return {
    after: placeOf(cursor, (place) => ExternalText.safeParse(place).success),
    limit: limit + 1,
  };
}

function answer<Item extends { readonly external: string }, View>(
  found: readonly Item[],
  limit: number,
  view: (item: Item) => View,
) {
  const shown = found.slice(0, limit);
  const next = found.length > limit ? (shown.at(-1)?.external ?? null) : null;
  return { items: shown.map(view), next: cursorOf(next) };
}
