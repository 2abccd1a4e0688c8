import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, type KeyEntry } from '#lib/access';
import { CreateKey, Id, KeyView, ListQuery, listOf, NewKey } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { type By, Recorder } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { KeyOf, ProgramOf, Requested } from '../http/parameters.js';

/** The keys of a program. */
@ApiTags('Program and keys')
@Controller('api/v1/keys')
export class KeysController {
  constructor(
    private readonly access: Access,
    private readonly recorder: Recorder,
  ) {}

  @Post()
  @Operation({
    summary: 'Makes a key; it is shown this once',
    answers: { 201: NewKey },
    refuses: [409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newKey,
  })
  create(@Body({ schema: CreateKey }) body: z.output<typeof CreateKey>, @Requested() by: By) {
    return this.recorder.once(by, () => this.access.createKey(by.program, body));
  }

  @Get()
  @Operation({
    summary: 'The keys of the program in the order they were made',
    answers: { 200: listOf(KeyView) },
    refuses: [422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    const found = await this.access.listKeys(program, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown[shown.length - 1]?.id ?? null) : null;
    return { items: shown.map(keyView), next: cursorOf(next) };
  }

  @Post(':id/rotation')
  @HttpCode(200)
  @Operation({
    summary: 'Gives a key a new secret, shown this once; the old one ends at once',
    answers: { 200: NewKey },
    refuses: [404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.key,
  })
  rotate(@KeyOf() id: string, @Requested() by: By) {
    return this.recorder.once(by, () => this.access.rotateKey(by.program, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Withdraws a key',
    answers: { 204: null },
    refuses: [404, 409, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.key,
  })
  async revoke(@KeyOf() id: string, @Requested() by: By): Promise<void> {
    await this.recorder.once(by, async () => {
      await this.access.revokeKey(by.program, id);
      return null;
    });
  }
}

function keyView(key: KeyEntry) {
  const { createdAt, revokedAt, ...entry } = key;
  return {
    ...entry,
    createdAt: instantText(createdAt),
    revokedAt: revokedAt === null ? null : instantText(revokedAt),
  };
}
