import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import {
  type CatalogueView,
  changesBetween,
  type Converted,
  convert,
  type EntryChanges,
  entryChanges,
  type Fault,
  type ImportedModel,
  type ImportWish,
  keepUpload,
  type ModelChanges,
  uploadedText,
} from '#lib/catalogue';
import type { MaturityModel } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { type UpgradeAnswer, UpgradeQuery } from '#lib/projections';
import type { Known } from '../known.js';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import { type By, Recorder } from '../recorder.js';
import { Faulty } from '../refusal.js';
import { compareFacts, draftOf, type ProgressReport } from './imported-progress.js';

/** A model that an import adds. */
export interface ImportedVersion {
  readonly model: string;
  readonly version: number;
  readonly title: string;
  readonly policy: MaturityModel['policy'];
  /** The first version, one that follows, or the very one that is there already. */
  readonly outcome: 'new' | 'next' | 'same';
}

/** What an import did, or would do. */
export interface Imported {
  readonly models: readonly ImportedVersion[];
  readonly progress: ProgressReport;
  readonly warnings: readonly Fault[];
  readonly passedOver: readonly string[];
}

/** One version as it would read, beside the one that decides now. */
export interface VersionPreview extends ImportedVersion {
  readonly reads: MaturityModel;
  /** Undefined where there is no former version. */
  readonly change?: {
    readonly from: number;
    readonly statements: ModelChanges;
    /** The first hundred of the units that would stand elsewhere. */
    readonly units: UpgradeAnswer;
  };
}

/** What an import would do, with all that changes by it. */
export interface ImportPreview extends Omit<Imported, 'models'> {
  readonly view: CatalogueView;
  readonly models: readonly VersionPreview[];
  readonly milestones: EntryChanges;
}

/** Adds other people's models to a program, and records the progress that comes with them: all of it, or nothing. */
export class ImportModels extends Command<Imported> {
  constructor(
    readonly by: By,
    readonly wish: ImportWish,
  ) {
    super();
  }
}

/** Shows what an import would do; nothing is kept. */
export class PreviewImport extends Command<ImportPreview> {
  constructor(
    readonly by: By,
    readonly wish: ImportWish,
  ) {
    super();
  }
}

/** A long list of facts moves the standings of many models at once. */
const TIMEOUT_MS = 60_000;
const MOST_UNITS = 100;

@CommandHandler(ImportModels)
export class ImportModelsHandler implements ICommandHandler<ImportModels> {
  constructor(
    private readonly recorder: Recorder,
    private readonly present: Present,
  ) {}

  /** @throws Faulty naming every fault of every file */
  async execute({ by, wish }: ImportModels): Promise<Imported> {
    const units = [...new Set(Object.values(wish.teams))];
    // read before the log is held up for it
    let ready = await this.present.look(by.program, units, (known) => readWish(known, wish));
    let report: ProgressReport | undefined;
    const { answer } = await this.recorder.append(by, {
      units,
      alone: true,
      timeoutMs: TIMEOUT_MS,
      decide: async (known) => {
        if ((await known.catalogue()) !== ready.view) ready = await readWish(known, wish);
        const { models, progress } = ready.converted;
        const compared = await compareFacts(known, wish.from, progress);
        report = compared.report;
        const added = models.filter(({ upload }) => upload.outcome === 'new');
        for (const { upload, yaml } of added) await keepUpload(known.tx, by.program, upload, yaml);
        return [...added.map(addition), ...compared.fresh.map((fact) => draftOf(fact, wish.from))];
      },
      answer: (): Imported => ({
        models: ready.converted.models.map(versionOf),
        progress: report as ProgressReport,
        warnings: ready.converted.warnings,
        passedOver: ready.converted.passedOver,
      }),
    });
    return answer;
  }
}

@CommandHandler(PreviewImport)
export class PreviewImportHandler implements ICommandHandler<PreviewImport> {
  constructor(
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Faulty naming every fault of every file */
  async execute({ by, wish }: PreviewImport): Promise<ImportPreview> {
    const units = [...new Set(Object.values(wish.teams))];
    const { view, converted, report } = await this.present.look(
      by.program,
      units,
      async (known) => {
        const ready = await readWish(known, wish);
        const compared = await compareFacts(known, wish.from, ready.converted.progress);
        return { ...ready, report: compared.report };
      },
    );
    const models: VersionPreview[] = [];
    for (const model of converted.models) {
      const change = await this.#change(by, model);
      models.push({
        ...versionOf(model),
        reads: model.upload.model,
        ...(change ? { change } : {}),
      });
    }
    return {
      view,
      models,
      milestones: entryChanges(
        converted.models.map(({ upload }) => upload.model),
        view.dictionary,
      ),
      progress: report,
      warnings: converted.warnings,
      passedOver: converted.passedOver,
    };
  }

  async #change(by: By, { former, upload }: ImportedModel): Promise<VersionPreview['change']> {
    if (!former) return undefined;
    const page = { limit: MOST_UNITS };
    return {
      from: former.version,
      statements: changesBetween(former, upload.model),
      units: await this.queries.execute(new UpgradeQuery(viewerOf(by), upload.model, page)),
    };
  }
}

/** @throws Faulty naming every fault of every file */
async function readWish(
  known: Known,
  wish: ImportWish,
): Promise<{ readonly view: CatalogueView; readonly converted: Converted }> {
  const view = await known.catalogue();
  const missing = Object.entries(wish.teams).flatMap(([team, unit]) => {
    if (known.version(unit) !== undefined) return [];
    const message = `There is no unit "${unit}". Register it first, or name another.`;
    return [{ pointer: `/teams/${team.replaceAll('~', '~0').replaceAll('/', '~1')}`, message }];
  });
  if (missing.length > 0) throw new Faulty(missing);
  const converted = await convert(wish, {
    view,
    now: known.now,
    textOf: (model) => uploadedText(known.tx, known.program, model),
  });
  if (!converted.ok) throw new Faulty(converted.faults);
  return { view, converted };
}

function addition({ upload: { model, hash } }: ImportedModel): EventDraft {
  const data = { model: model.id, version: model.version, hash };
  return { type: 'model.added', unit: null, data };
}

function versionOf({ upload: { model, outcome }, former }: ImportedModel): ImportedVersion {
  const { id, version, title, policy } = model;
  const added = former ? 'next' : 'new';
  return { model: id, version, title, policy, outcome: outcome === 'same' ? 'same' : added };
}
