import { Body, Controller, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { ImportWish } from '#lib/catalogue';
import { ImportedModels, ModelImport, ModelImportQuery } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import {
  type By,
  type Imported,
  ImportModels,
  type ImportPreview,
  PreviewImport,
} from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { modelView } from '../http/catalogue-views.js';
import { HttpProblem } from '../http/http-problem.js';
import { Noted } from '../http/noted.js';
import { Requested } from '../http/parameters.js';
import { LIMITS, Route } from '../http/route.js';

type Wish = z.output<typeof ModelImport>;
type Asked = z.output<typeof ModelImportQuery>;

/** Other people's models. */
@ApiTags('Catalogue')
@Controller('api/v1/models/imports')
export class ModelImportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Noted('model.imported', ({ answer }) => aboutOf(answer as unknown as Told))
  @Route({ bodyLimit: LIMITS.model })
  @Operation({
    summary: 'Reads a model in another format, and the progress that comes with it',
    description:
      'OWASP DSOMM (`model.yaml`, and the progress of teams with `meta.yaml`), OWASP SAMM (the files of its folder `model`), or a sheet of stages, criteria, milestones and key moves. All of it is added, or nothing; each fault is listed with file, line and column. `dryRun=true` shows what would become of it.',
    answers: { 201: ImportedModels, 200: ImportedModels },
    refuses: [409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.modelImport,
  })
  async import(
    @Body({ schema: ModelImport }) body: Wish,
    @Query({ schema: ModelImportQuery }) asked: Asked,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wish = wishOf(body, asked);
    if (asked.dryRun) {
      reply.status(200);
      return previewOf(await this.commands.execute(new PreviewImport(by, wish)));
    }
    const imported = await this.commands.execute(new ImportModels(by, wish));
    const isNothing = imported.models.every(({ outcome }) => outcome === 'same');
    reply.status(isNothing && imported.progress.recorded === 0 ? 200 : 201);
    return { dryRun: false, ...imported, ...remarksOf(imported) };
  }
}

function wishOf({ files, model, teams }: Wish, { from, crosswalk }: Asked): ImportWish {
  return {
    from,
    crosswalk,
    files: files.map(({ path, text, base64 }, index) => {
      if ((text === undefined) === (base64 === undefined)) {
        const message = 'A file has either `text` or `base64`. Send one of the two.';
        throw new HttpProblem('malformed', message, {
          errors: [{ pointer: `/files/${index}`, message }],
        });
      }
      const bytes = text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text);
      return { path, bytes };
    }),
    called: model ?? {},
    teams: (teams ?? {}) as Readonly<Record<string, UnitKey>>,
  };
}

function previewOf(preview: ImportPreview) {
  const { view, models, milestones, progress } = preview;
  const entry = ({ key, title }: { readonly key: string; readonly title: string }) => ({
    key,
    title,
  });
  return {
    dryRun: true,
    models: models.map(({ reads, change, ...model }) => ({
      ...model,
      reads: modelView(view, reads, undefined),
      ...(change ? { change: changeOf(change) } : {}),
    })),
    milestones: {
      new: milestones.new.map(entry),
      changed: milestones.changed.map(entry),
      kept: milestones.kept,
    },
    progress,
    ...remarksOf(preview),
  };
}

type Change = NonNullable<ImportPreview['models'][number]['change']>;

function changeOf({ from, statements, units }: Change) {
  const { items, next } = units;
  return { from, statements, units: { items, more: next !== null } };
}

function remarksOf({ warnings, passedOver }: Imported | ImportPreview) {
  return { warnings: [...warnings], passedOver: passedOver.slice(0, 100) };
}

type Told = Pick<Imported, 'models' | 'progress'> & { readonly dryRun: boolean };

/** Nothing is noted of a dry run, nor of an import that changed nothing. */
function aboutOf({ dryRun, models, progress }: Told) {
  const added = models.filter(({ outcome }) => outcome !== 'same');
  if (dryRun || (added.length === 0 && progress.recorded === 0)) return undefined;
  const [first] = added;
  return {
    ...(first ? { model: first.model, version: first.version } : {}),
    models: added.length,
    facts: progress.recorded,
  };
}
