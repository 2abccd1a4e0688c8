import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, type KeyEntry, Keys } from '#lib/access';
import {
  ChangeKey,
  CreateKey,
  Id,
  KeyView,
  ListQuery,
  listOf,
  NewKey,
  RotateKey,
} from '#lib/contracts';
import type { MilestoneKey, ProgramId } from '#lib/domain';
import { type By, Present, Recorder, requireMilestone } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { CallerOf, KeyOf, Requested } from '../http/parameters.js';

/** The keys of a program, as far as whoever asks may have what they open. */
@ApiTags('Program and keys')
@Controller('api/v1/keys')
export class KeysController {
  constructor(
    private readonly keys: Keys,
    private readonly recorder: Recorder,
    private readonly present: Present,
  ) {}

  @Post()
  @Operation({
    summary: 'Makes a key; it is shown this once',
    description:
      'No key may do more than whoever makes it: who looks after a subtree makes keys for units in it.',
    answers: { 201: NewKey },
    refuses: [403, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newKey,
  })
  async create(
    @Body({ schema: CreateKey }) body: z.output<typeof CreateKey>,
    @Requested() by: By,
    @CallerOf() caller: Caller,
    @Ip() from: string,
  ) {
    await this.requireMilestones(by.program, body.milestones ?? []);
    return this.recorder.once(by, (tx) => this.keys.make({ caller, from }, by.program, body, tx));
  }

  @Get()
  @Operation({
    summary: 'The keys of the program in the order they were made',
    description: 'Those that may do no more than whoever asks.',
    answers: { 200: listOf(KeyView) },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @CallerOf() caller: Caller,
  ) {
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    const page = { after, limit: limit + 1 };
    const found = await this.keys.list({ caller }, caller.program, page);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown[shown.length - 1]?.id ?? null) : null;
    return { items: shown.map(keyView), next: cursorOf(next) };
  }

  @Put(':id')
  @Operation({
    summary: 'Changes a key’s name, its last day and how much it may ask for',
    answers: { 200: KeyView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.changedKey,
  })
  change(
    @KeyOf() id: string,
    @Body({ schema: ChangeKey }) body: z.output<typeof ChangeKey>,
    @Requested() by: By,
    @CallerOf() caller: Caller,
    @Ip() from: string,
  ) {
    return this.recorder.once(by, async (tx) =>
      keyView(await this.keys.change({ caller, from }, by.program, { ...body, id }, tx)),
    );
  }

  @Post(':id/rotation')
  @HttpCode(200)
  @Operation({
    summary: 'Gives a key a new secret, shown this once',
    description:
      'The old one ends at once, or after `overlap`; one that a rotation before had left ends now.',
    answers: { 200: NewKey },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.rotation,
  })
  rotate(
    @KeyOf() id: string,
    @Body({ schema: RotateKey.default({}) }) { overlap }: z.output<typeof RotateKey>,
    @Requested() by: By,
    @CallerOf() caller: Caller,
    @Ip() from: string,
  ) {
    return this.recorder.once(by, (tx) =>
      this.keys.rotate({ caller, from }, by.program, { id, overlap }, tx),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Withdraws a key',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.key,
  })
  async revoke(
    @KeyOf() id: string,
    @Requested() by: By,
    @CallerOf() caller: Caller,
    @Ip() from: string,
  ): Promise<void> {
    await this.recorder.once(by, async (tx) => {
      await this.keys.revoke({ caller, from }, by.program, id, tx);
      return null;
    });
  }

  private async requireMilestones(
    program: ProgramId,
    milestones: readonly string[],
  ): Promise<void> {
    if (milestones.length === 0) return;
    await this.present.look(program, [], async (known) => {
      for (const [index, milestone] of milestones.entries()) {
        await requireMilestone(known, milestone as MilestoneKey, `/milestones/${index}`);
      }
    });
  }
}

function keyView(key: KeyEntry) {
  const { createdAt, lastUsedAt, previousEndsAt, revokedAt, ...entry } = key;
  const shown = (instant: number | null) => (instant === null ? null : instantText(instant));
  return {
    ...entry,
    createdAt: instantText(createdAt),
    lastUsedAt: shown(lastUsedAt),
    previousEndsAt: shown(previousEndsAt),
    revokedAt: shown(revokedAt),
  };
}
