import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Directory, type Person } from '#lib/access';
import { ScimPatch, ScimQuery } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Database, type Tx } from '#lib/platform';
import type { By } from '#lib/recording';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { ProgramOf, Requested } from '../http/parameters.js';
import { PersonOf } from '../http/people-parameters.js';
import { Route } from '../http/route.js';
import { FindUsers } from './find-users.js';
import type { Resource } from './fits.js';
import { patchedUser } from './patch-user.js';
import { ScimAnswer } from './scim-answer.js';
import {
  baseOf,
  canonical,
  listResponse,
  pageIn,
  SCIM_TYPES,
  sendResource,
  shaped,
  versionsIn,
} from './resources.js';
import { taken } from './taken.js';
import { wishOf } from './user.js';

/** People as SCIM users. @source RFC 7644 */
@ApiExcludeController()
@Controller('scim/v2/Users')
export class ScimUsersController {
  constructor(
    private readonly directory: Directory,
    private readonly find: FindUsers,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  @Get()
  @ScimAnswer()
  list(
    @Query({ schema: ScimQuery }) query: z.output<typeof ScimQuery>,
    @ProgramOf() program: ProgramId,
    @Req() request: FastifyRequest,
  ) {
    const search = { filter: query.filter, base: baseOf(request), ...pageIn(query) };
    return this.database.inProgram(program, async (tx) => {
      const { resources, ...page } = await this.find.page(tx, program, search);
      return listResponse({ ...page, resources: resources.map((one) => shaped(one, query)) });
    });
  }

  @Get(':id')
  @ScimAnswer()
  async one(
    @PersonOf() id: string,
    @Query({ schema: ScimQuery }) query: z.output<typeof ScimQuery>,
    @ProgramOf() program: ProgramId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const user = await this.database.inProgram(program, async (tx) =>
      this.resource(tx, program, await this.directory.people.get(tx, program, id), request),
    );
    return sendResource(request, reply, user, query);
  }

  @Post()
  @ScimAnswer()
  @Route({ consumes: SCIM_TYPES })
  async create(
    @Body() body: unknown,
    @Query({ schema: ScimQuery }) query: z.output<typeof ScimQuery>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wish = wishOf(body);
    const user = await this.acts.once(by, acting, async (tx) => {
      const person = await this.directory.people.create(tx, by.program, wish);
      const answer = await this.resource(tx, by.program, person, request);
      return { answer, action: 'person.made', about: noted(person) };
    });
    return sendResource(request, reply, user, query);
  }

  @Put(':id')
  @ScimAnswer()
  @Route({ consumes: SCIM_TYPES })
  async replace(
    @PersonOf() id: string,
    @Body() body: unknown,
    @Query({ schema: ScimQuery }) query: z.output<typeof ScimQuery>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wish = wishOf(body);
    const user = await this.acts.once(by, acting, async (tx) => {
      const ifMatch = versionsIn(request.headers['if-match']);
      const person = await this.directory.people.change(tx, by.program, id, wish, ifMatch);
      const answer = await this.resource(tx, by.program, person, request);
      return { answer, action: 'person.changed', about: noted(person) };
    });
    return sendResource(request, reply, user, query);
  }

  @Patch(':id')
  @ScimAnswer()
  @Route({ consumes: SCIM_TYPES })
  async patch(
    @PersonOf() id: string,
    @Body() body: unknown,
    @Query({ schema: ScimQuery }) query: z.output<typeof ScimQuery>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { Operations } = taken(ScimPatch, canonical(body, ['schemas', 'Operations']));
    const user = await this.acts.once(by, acting, async (tx) => {
      const { people } = this.directory;
      const ifMatch = versionsIn(request.headers['if-match']);
      const before = await people.getForChange(tx, by.program, id);
      const wish = wishOf(
        patchedUser(await this.resource(tx, by.program, before, request), Operations),
      );
      const person = await people.change(tx, by.program, id, wish, ifMatch);
      const answer = await this.resource(tx, by.program, person, request);
      return { answer, action: 'person.changed', about: noted(person) };
    });
    return sendResource(request, reply, user, query);
  }

  @Delete(':id')
  @Route({ consumes: SCIM_TYPES })
  @HttpCode(204)
  async delete(
    @PersonOf() id: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      const ifMatch = versionsIn(request.headers['if-match']);
      await this.directory.people.delete(tx, by.program, id, ifMatch);
      return { answer: null, action: 'person.deleted', about: { person: id, by: 'scim' } };
    });
  }

  private resource(
    tx: Tx,
    program: string,
    person: Person,
    request: FastifyRequest,
  ): Promise<Resource> {
    return this.find.resource(tx, program, person, baseOf(request));
  }
}

function noted({ id, active }: Person) {
  return { person: id, active, by: 'scim' };
}
