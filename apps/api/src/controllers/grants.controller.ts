import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, Directory, type RoleGrant } from '#lib/access';
import { CreateGrant, GrantsQuery, GrantView, Id, listOf } from '#lib/contracts';
import { Database, type Tx } from '#lib/platform';
import type { Viewer } from '#lib/projections';
import { type By, viewerOf } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { Requested, ViewerOf } from '../http/parameters.js';
import { CallerOf, GrantOf } from '../http/people-parameters.js';
import { grantView, pageById } from '../http/people-views.js';

/** Roles of people and groups. */
@ApiTags('People')
@Controller('api/v1/grants')
export class GrantsController {
  constructor(
    private readonly directory: Directory,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  @Post()
  @Operation({
    summary: 'Gives a role to a person or a group',
    description:
      'It counts from the next request on. Nobody gives more than they have: whoever administers a subtree gives roles within it.',
    answers: { 201: GrantView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newGrant,
  })
  create(
    @Body({ schema: CreateGrant }) body: z.output<typeof CreateGrant>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @CallerOf() caller: Caller,
  ) {
    const { person, group = '', role, under = null } = body;
    const to = person === undefined ? { group } : { person };
    return this.acts.once(by, acting, async (tx) => {
      const grant = await this.directory.grants.create(tx, caller, { to, role, under });
      const [answer] = await this.named(tx, by.program, [grant]);
      return { answer, action: 'grant.made', about: noted(grant) };
    });
  }

  @Get()
  @Operation({
    summary: 'The roles that were given, in that order',
    description: 'Whoever administers a subtree sees those that were given within it.',
    answers: { 200: listOf(GrantView) },
    refuses: [403, 422],
  })
  list(
    @Query({ schema: GrantsQuery }) query: z.output<typeof GrantsQuery>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { limit, cursor, person, group } = query;
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    return this.database.inProgram(viewer.program, async (tx) => {
      const wanted = { after, person, group, limit: limit + 1 };
      const page = pageById(await this.directory.grants.list(tx, viewer, wanted), limit);
      const items = await this.named(tx, viewer.program, page.shown);
      return { items, next: cursorOf(page.next) };
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a role away; it counts from the next request on',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.grant,
  })
  async delete(
    @GrantOf() id: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      const grant = await this.directory.grants.delete(tx, viewerOf(by), id);
      return { answer: null, action: 'grant.withdrawn', about: noted(grant) };
    });
  }

  private async named(tx: Tx, program: string, grants: readonly RoleGrant[]) {
    const people = await this.directory.people.known(
      tx,
      program,
      grants.flatMap(({ person }) => person ?? []),
    );
    const groups = await this.directory.groups.names(
      tx,
      program,
      grants.flatMap(({ group }) => group ?? []),
    );
    return grants.map((grant) => {
      const { person, group } = grant;
      const name = person === null ? groups.get(group ?? '') : people.get(person)?.name;
      return grantView(grant, name ?? '');
    });
  }
}

/** What the audit trail keeps of a grant. */
function noted({ id, person, group, role, under }: RoleGrant) {
  return { grant: id, person, group, role, under };
}
