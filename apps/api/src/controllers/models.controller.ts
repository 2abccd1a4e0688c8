import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { CatalogueView } from '#lib/catalogue';
import {
  AddedModel,
  Adopt,
  AdoptionView,
  DryRun,
  ListQuery,
  ModelQuery,
  ModelsView,
  UpgradeFilter,
  UpgradesView,
  ModelView,
} from '#lib/contracts';
import type { ModelId, ProgramId } from '#lib/domain';
import {
  type ModelBuild,
  modelBuilds,
  type UpgradePlace,
  UpgradeQuery,
  type Viewer,
} from '#lib/projections';
import { AddModel, AdoptModel, type By, type Known, Present, Refusal } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { SMALL_MODEL } from '../docs/small-model.js';
import { EXAMPLES } from '../docs/story.js';
import { YAML_TYPES } from '../http/content-types.js';
import { modelView } from '../http/catalogue-views.js';
import { cursorOf, pageOf, placeOf } from '../http/cursors.js';
import { HttpProblem } from '../http/http-problem.js';
import { ModelOf, ProgramOf, Requested, ViewerOf } from '../http/parameters.js';
import { Noted } from '../http/noted.js';
import { LIMITS, Route } from '../http/route.js';

/** A unit, and one of its models. */
const PLACE = /^[a-z0-9-]{1,64}(\/[a-z0-9-]{1,64})?$/;

/** Maturity models: those that ship with Waymark, and a program's own. */
@ApiTags('Catalogue')
@Controller('api/v1/models')
export class ModelsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly present: Present,
  ) {}

  @Get()
  @Operation({
    summary: 'The version in force of every model the program can see',
    answers: { 200: ModelsView },
    refuses: [422],
  })
  list(
    @Query({ schema: ListQuery }) page: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    return this.present.look(program, [], async (known) => {
      const view = await known.catalogue();
      const builds = await buildsOf(known);
      const models = [...view.models.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      return pageOf(
        models,
        page,
        ({ id }) => id,
        (model) => modelView(view, model, builds.get(model.id)),
      );
    });
  }

  @Get(':model')
  @Operation({
    summary: 'A model: the version in force, or the one asked for',
    answers: { 200: ModelView },
    refuses: [404, 422],
    example: EXAMPLES.model,
  })
  one(
    @ModelOf() id: ModelId,
    @Query({ schema: ModelQuery }) { version }: z.output<typeof ModelQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    return this.present.look(program, [], async (known) => {
      const view = await known.catalogue();
      const inForce = view.models.get(id);
      const wanted =
        version === undefined ? inForce : view.versions(id).find((one) => one.version === version);
      if (!inForce || !wanted) throw missing(view, id, version);
      return modelView(view, wanted, (await buildsOf(known)).get(id));
    });
  }

  @Post()
  @Noted('model.added', ({ answer: { model, version, dryRun } }) =>
    dryRun ? undefined : { model: String(model), version: Number(version) },
  )
  @Route({ consumes: YAML_TYPES, bodyLimit: LIMITS.model })
  @ApiConsumes('application/yaml')
  @ApiBody({ schema: { type: 'string', example: SMALL_MODEL } })
  @Operation({
    summary: 'Adds a model or a new version of one; nobody follows it yet',
    description:
      'Every fault of the file is listed with line, column, pointer and message. `dryRun=true` only checks.',
    answers: { 201: AddedModel, 200: AddedModel },
    refuses: [409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newModel,
  })
  async add(
    @Body() yaml: unknown,
    @Query({ schema: DryRun }) { dryRun }: z.output<typeof DryRun>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (typeof yaml !== 'string')
      throw new HttpProblem('malformed', 'Send a model file as application/yaml.');
    const { added, ...model } = await this.commands.execute(new AddModel(by, yaml, dryRun));
    reply.status(added && !dryRun ? 201 : 200);
    return { ...model, dryRun };
  }

  @Get(':model/upgrade')
  @Operation({
    summary: 'Which units would change, and by which criterion, if a version were adopted',
    description:
      'Every stage that would change, in the model and in those that read milestones which the version words anew. A page may hold fewer units than asked for and still not be the last.',
    answers: { 200: UpgradesView },
    refuses: [404, 422],
    example: EXAMPLES.upgrade,
  })
  async upgrade(
    @ModelOf() id: ModelId,
    @Query({ schema: UpgradeFilter }) filter: z.output<typeof UpgradeFilter>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { to, limit, cursor } = filter;
    await this.present.look(viewer.program, [], async (known) => {
      const view = await known.catalogue();
      if (!view.published(id, to)) throw missing(view, id, to);
    });
    const place = placeOf(cursor, (text) => PLACE.test(text));
    const [unit, model] = place?.split('/') ?? [];
    const after = unit === undefined ? undefined : ({ unit, model } as UpgradePlace);
    const query = new UpgradeQuery(viewer, { model: id, version: to }, { limit, after });
    const { items, next } = await this.queries.execute(query);
    return { items, next: cursorOf(next && placeText(next)) };
  }

  @Put(':model/adoption')
  @Noted('model.adoption-asked', ({ params, answer }) => ({
    model: params.model ?? '',
    version: Number(answer.version),
  }))
  @Operation({
    summary: 'Puts a version in force for the whole program',
    description:
      'The standings of every unit under it are built aside first; until that is done GET /models/{model} says `replaying` and the version before decides. A later wish for the model takes the place of this one; the version in force, asked for again, gives it up.',
    answers: { 202: AdoptionView },
    refuses: [404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.adopt,
  })
  async adopt(
    @ModelOf() model: ModelId,
    @Body({ schema: Adopt }) { version }: z.output<typeof Adopt>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    reply.status(202);
    return this.commands.execute(new AdoptModel(by, { model, version }));
  }
}

function placeText({ unit, model }: UpgradePlace): string {
  return model === undefined ? unit : `${unit}/${model}`;
}

/** What is to be adopted, by model. */
async function buildsOf(known: Known): Promise<ReadonlyMap<ModelId, ModelBuild>> {
  const builds = await modelBuilds(known.tx, known.program);
  return new Map(builds.map((build) => [build.model, build]));
}

function missing(view: CatalogueView, id: ModelId, version: number | undefined): Refusal {
  const versions = view.versions(id).map((one) => one.version);
  const message =
    versions.length === 0 || version === undefined
      ? `There is no model "${id}". GET /models lists them.`
      : `There is no version ${version} of "${id}"; there are: ${versions.join(', ')}.`;
  return new Refusal('model-missing', message);
}
