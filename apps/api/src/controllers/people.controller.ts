import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Caller, Directory, type Person } from '#lib/access';
import { ChangePerson, CreatePerson, Id, listOf, PeopleQuery, PersonView } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Database } from '#lib/platform';
import type { By } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { ProgramOf, Requested } from '../http/parameters.js';
import { CallerOf, PersonOf } from '../http/people-parameters.js';
import { pageById, personView } from '../http/people-views.js';

/** The people of a program. */
@ApiTags('People')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly directory: Directory,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  @Post()
  @Operation({
    summary: 'Makes a person, who may sign in and has no role yet',
    answers: { 201: PersonView },
    refuses: [403, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newPerson,
  })
  async create(
    @Body({ schema: CreatePerson }) body: z.output<typeof CreatePerson>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const made = await this.acts.once(by, acting, async (tx) => {
      const person = await this.directory.people.create(tx, by.program, body);
      const about = { person: person.id, active: person.active };
      return { answer: person, action: 'person.made', about };
    });
    return shown(made, reply);
  }

  @Get()
  @Operation({
    summary: 'The people of the program in the order they were made',
    answers: { 200: listOf(PersonView) },
    refuses: [403, 422],
  })
  list(
    @Query({ schema: PeopleQuery }) { limit, cursor, email }: z.output<typeof PeopleQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    return this.database.inProgram(program, async (tx) => {
      if (email !== undefined) {
        const person = await this.directory.people.findByEmail(tx, program, email);
        return { items: person ? [personView(person)] : [], next: null };
      }
      const found = await this.directory.people.list(tx, program, { after, limit: limit + 1 });
      const page = pageById(found, limit);
      return { items: page.shown.map(personView), next: cursorOf(page.next) };
    });
  }

  @Get(':id')
  @Operation({
    summary: 'A person',
    description: 'The ETag is for If-Match.',
    answers: { 200: PersonView },
    refuses: [403, 404],
    example: EXAMPLES.person,
  })
  async one(
    @PersonOf() id: string,
    @ProgramOf() program: ProgramId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const person = await this.database.inProgram(program, (tx) =>
      this.directory.people.get(tx, program, id),
    );
    return shown(person, reply);
  }

  @Put(':id')
  @Operation({
    summary: 'Changes a person, disables or enables them',
    description:
      'Whoever is disabled is signed out at once, everywhere. The last administrator of the program stays.',
    answers: { 200: PersonView },
    refuses: [403, 404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.changePerson,
  })
  async change(
    @PersonOf() id: string,
    @Body({ schema: ChangePerson }) body: z.output<typeof ChangePerson>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const changed = await this.acts.once(by, acting, async (tx) => {
      // whoever has the address may be let in as them by a provider
      if (body.email !== undefined) {
        await this.directory.grants.requireNoMore(tx, caller, { person: id });
      }
      const person = await this.directory.people.change(tx, by.program, id, body, by.ifMatch);
      const about = { person: id, active: person.active };
      return { answer: person, action: 'person.changed', about };
    });
    return shown(changed, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a person out of the program, with their sessions and roles',
    description: 'What they recorded stays, under their name, until it is erased.',
    answers: { 204: null },
    refuses: [403, 404, 409, 412],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.sparePerson,
  })
  async delete(
    @PersonOf() id: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.directory.people.delete(tx, by.program, id, by.ifMatch);
      return { answer: null, action: 'person.deleted', about: { person: id } };
    });
  }
}

function shown(person: Person, reply: FastifyReply) {
  reply.header('etag', `"${person.version}"`);
  return personView(person);
}
