import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Caller, Directory, type Group } from '#lib/access';
import { GroupView, Id, ListQuery, listOf, MemberView, PutGroup } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Database } from '#lib/platform';
import type { By } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { ProgramOf, Requested } from '../http/parameters.js';
import { CallerOf, GroupOf, MemberOf } from '../http/people-parameters.js';
import { groupView, pageById } from '../http/people-views.js';

/** Groups of people, and who is in them. */
@ApiTags('People')
@Controller('api/v1/groups')
export class GroupsController {
  constructor(
    private readonly directory: Directory,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  @Post()
  @Operation({
    summary: 'Makes a group, without members and roles',
    answers: { 201: GroupView },
    refuses: [403, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newGroup,
  })
  async create(
    @Body({ schema: PutGroup }) body: z.output<typeof PutGroup>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const made = await this.acts.once(by, acting, async (tx) => {
      const group = await this.directory.groups.create(tx, by.program, body);
      return { answer: group, action: 'group.made', about: { group: group.id } };
    });
    return shown(made, reply);
  }

  @Get()
  @Operation({
    summary: 'The groups of the program in the order they were made',
    answers: { 200: listOf(GroupView) },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    const found = await this.database.inProgram(program, (tx) =>
      this.directory.groups.list(tx, program, { after, limit: limit + 1 }),
    );
    const page = pageById(found, limit);
    return { items: page.shown.map(groupView), next: cursorOf(page.next) };
  }

  @Get(':id')
  @Operation({
    summary: 'A group',
    description: 'The ETag is for If-Match.',
    answers: { 200: GroupView },
    refuses: [403, 404],
    example: EXAMPLES.group,
  })
  async one(
    @GroupOf() id: string,
    @ProgramOf() program: ProgramId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const group = await this.database.inProgram(program, (tx) =>
      this.directory.groups.get(tx, program, id),
    );
    return shown(group, reply);
  }

  @Put(':id')
  @Operation({
    summary: 'Gives a group another name',
    answers: { 200: GroupView },
    refuses: [403, 404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.changeGroup,
  })
  async change(
    @GroupOf() id: string,
    @Body({ schema: PutGroup }) body: z.output<typeof PutGroup>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const changed = await this.acts.once(by, acting, async (tx) => {
      // those whom providers name a group by come into it
      await this.directory.grants.requireNoMore(tx, caller, { group: id });
      const group = await this.directory.groups.change(tx, by.program, id, body, by.ifMatch);
      return { answer: group, action: 'group.changed', about: { group: id } };
    });
    return shown(changed, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a group away, with the roles that were given to it',
    answers: { 204: null },
    refuses: [403, 404, 409, 412],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.spareGroup,
  })
  async delete(
    @GroupOf() id: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.directory.groups.delete(tx, by.program, id, by.ifMatch);
      return { answer: null, action: 'group.deleted', about: { group: id } };
    });
  }

  @Get(':id/members')
  @Operation({
    summary: 'Who is in a group',
    answers: { 200: listOf(MemberView) },
    refuses: [403, 404, 422],
    example: EXAMPLES.group,
  })
  members(
    @GroupOf() id: string,
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    return this.database.inProgram(program, async (tx) => {
      await this.directory.groups.get(tx, program, id);
      const found = await this.directory.groups.members(tx, program, id, {
        after,
        limit: limit + 1,
      });
      const page = pageById(
        found.map((member) => ({ ...member, id: member.person })),
        limit,
      );
      const known = await this.directory.people.known(
        tx,
        program,
        page.shown.map(({ person }) => person),
      );
      const items = page.shown.map(({ person, issuer }) => {
        const { name = '', active = false } = known.get(person) ?? {};
        return { person, name, active, issuer };
      });
      return { items, next: cursorOf(page.next) };
    });
  }

  @Put(':id/members/:person')
  @HttpCode(204)
  @Operation({
    summary: 'Puts a person into a group',
    description: 'Nobody gives more than they have: the roles of the group are given with it.',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.member,
  })
  async add(
    @GroupOf() id: string,
    @MemberOf() person: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.directory.grants.requireNoMore(tx, caller, { group: id });
      await this.directory.groups.add(tx, by.program, id, [person], '{person}');
      return { answer: null, action: 'group.member-added', about: { group: id, person } };
    });
  }

  @Delete(':id/members/:person')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a person out of a group',
    description:
      'Where a provider put them in, it does so again at their next sign-in unless its claims have changed.',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.member,
  })
  async remove(
    @GroupOf() id: string,
    @MemberOf() person: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.directory.people.get(tx, by.program, person, '{person}');
      await this.directory.groups.remove(tx, by.program, id, [person]);
      return { answer: null, action: 'group.member-removed', about: { group: id, person } };
    });
  }
}

function shown(group: Group, reply: FastifyReply) {
  reply.header('etag', `"${group.version}"`);
  return groupView(group);
}
