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
import { Directory } from '#lib/access';
import { ScimGroup, ScimMember, ScimPatch, ScimQuery } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Database, type Tx } from '#lib/platform';
import type { By } from '#lib/recording';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { ProgramOf, Requested } from '../http/parameters.js';
import { GroupOf } from '../http/people-parameters.js';
import { LIMITS, Route } from '../http/route.js';
import { FindGroups } from './find-groups.js';
import { isObject } from './fits.js';
import { GROUP_ATTRIBUTES } from './group.js';
import { type Step, stepsOf } from './patch-group.js';
import { ScimAnswer } from './scim-answer.js';
import {
  baseOf,
  canonical,
  isWanted,
  listResponse,
  pageIn,
  SCIM_TYPES,
  sendResource,
  shaped,
  versionsIn,
} from './resources.js';
import { taken } from './taken.js';

const TAKEN = { consumes: SCIM_TYPES, bodyLimit: LIMITS.batch } as const;
type Asked = z.output<typeof ScimQuery>;

/** Groups as SCIM has them; roles are given to them by grants of ours. @source RFC 7644 */
@ApiExcludeController()
@Controller('scim/v2/Groups')
export class ScimGroupsController {
  constructor(
    private readonly directory: Directory,
    private readonly find: FindGroups,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  @Get()
  @ScimAnswer()
  list(
    @Query({ schema: ScimQuery }) query: Asked,
    @ProgramOf() program: ProgramId,
    @Req() request: FastifyRequest,
  ) {
    const search = { filter: query.filter, base: baseOf(request), ...pageIn(query) };
    const withMembers = isWanted('members', query);
    return this.database.inProgram(program, async (tx) => {
      const { resources, ...page } = await this.find.page(tx, program, search, withMembers);
      return listResponse({ ...page, resources: resources.map((one) => shaped(one, query)) });
    });
  }

  @Get(':id')
  @ScimAnswer()
  async one(
    @GroupOf() id: string,
    @Query({ schema: ScimQuery }) query: Asked,
    @ProgramOf() program: ProgramId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const group = await this.database.inProgram(program, (tx) =>
      this.resource(tx, program, id, request, query),
    );
    return sendResource(request, reply, group, query);
  }

  @Post()
  @ScimAnswer()
  @Route(TAKEN)
  async create(
    @Body() body: unknown,
    @Query({ schema: ScimQuery }) query: Asked,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { displayName: name, externalId, members = [] } = taken(ScimGroup, named(body));
    const group = await this.acts.once(by, acting, async (tx) => {
      const { groups } = this.directory;
      const { id } = await groups.create(tx, by.program, { name, externalId });
      await groups.add(tx, by.program, id, ids(members));
      const answer = await this.resource(tx, by.program, id, request, query);
      return {
        answer,
        action: 'group.made',
        about: { group: id, members: members.length, by: 'scim' },
      };
    });
    return sendResource(request, reply, group, query);
  }

  @Put(':id')
  @ScimAnswer()
  @Route(TAKEN)
  async replace(
    @GroupOf() id: string,
    @Body() body: unknown,
    @Query({ schema: ScimQuery }) query: Asked,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { displayName: name, externalId, members = [] } = taken(ScimGroup, named(body));
    const group = await this.acts.once(by, acting, async (tx) => {
      const { groups } = this.directory;
      const ifMatch = versionsIn(request.headers['if-match']);
      await groups.change(tx, by.program, id, { name, externalId: externalId ?? null }, ifMatch);
      await groups.replace(tx, by.program, id, ids(members));
      const answer = await this.resource(tx, by.program, id, request, query);
      return {
        answer,
        action: 'group.changed',
        about: { group: id, members: members.length, by: 'scim' },
      };
    });
    return sendResource(request, reply, group, query);
  }

  @Patch(':id')
  @ScimAnswer()
  @Route(TAKEN)
  async patch(
    @GroupOf() id: string,
    @Body() body: unknown,
    @Query({ schema: ScimQuery }) query: Asked,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { Operations } = taken(ScimPatch, canonical(body, ['schemas', 'Operations']));
    const steps = stepsOf(Operations);
    const group = await this.acts.once(by, acting, async (tx) => {
      const ifMatch = versionsIn(request.headers['if-match']);
      // checks the version and keeps others from changing it meanwhile
      await this.directory.groups.change(tx, by.program, id, {}, ifMatch);
      for (const step of steps) await this.take(tx, by.program, id, step);
      const answer = await this.resource(tx, by.program, id, request, query);
      return {
        answer,
        action: 'group.changed',
        about: { group: id, ...counted(steps), by: 'scim' },
      };
    });
    return sendResource(request, reply, group, query);
  }

  @Delete(':id')
  @Route({ consumes: SCIM_TYPES })
  @HttpCode(204)
  async delete(
    @GroupOf() id: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      const ifMatch = versionsIn(request.headers['if-match']);
      await this.directory.groups.delete(tx, by.program, id, ifMatch);
      return { answer: null, action: 'group.deleted', about: { group: id, by: 'scim' } };
    });
  }

  private async resource(
    tx: Tx,
    program: string,
    id: string,
    request: FastifyRequest,
    query: Asked,
  ) {
    const group = await this.directory.groups.get(tx, program, id);
    const withMembers = isWanted('members', query);
    return this.find.resource(tx, program, group, baseOf(request), withMembers);
  }

  private async take(tx: Tx, program: string, id: string, step: Step): Promise<void> {
    const { groups } = this.directory;
    const { displayName, externalId } = ScimGroup.shape;
    switch (step.kind) {
      case 'name':
        await groups.change(tx, program, id, { name: taken(displayName, step.name) });
        return;
      case 'external':
        await groups.change(tx, program, id, {
          externalId: taken(externalId, step.externalId) ?? null,
        });
        return;
      case 'remove-all':
        return groups.remove(tx, program, id, 'everybody');
      default:
        return groups[step.kind](tx, program, id, step.people);
    }
  }
}

function named(body: unknown): unknown {
  const group = canonical(body, GROUP_ATTRIBUTES);
  if (!isObject(group) || !Array.isArray(group['members'])) return group;
  const names = Object.keys(ScimMember.shape);
  return { ...group, members: group['members'].map((one) => canonical(one, names)) };
}

function ids(members: readonly z.output<typeof ScimMember>[]): readonly string[] {
  return members.map(({ value }) => value);
}

/** How many members the trail says were put in and taken out, and who where it is one. */
function counted(steps: readonly Step[]): Record<string, string | number> {
  const of = (kind: Step['kind']) =>
    steps.flatMap((step) => (step.kind === kind && 'people' in step ? step.people : []));
  const [added, removed] = [[...of('add'), ...of('replace')], of('remove')];
  const [person, ...others] = [...added, ...removed];
  return {
    added: added.length,
    removed: removed.length,
    ...(person !== undefined && others.length === 0 ? { person } : {}),
  };
}
