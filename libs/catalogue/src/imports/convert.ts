import type { Instant, MaturityModel, UnitKey } from '#lib/domain';
import type { CatalogueView } from '../catalogue-view.js';
import { type Fault, MOST_FAULTS } from '../read/fault.js';
import { readYaml } from '../read/yaml-file.js';
import type { WrittenModel } from '../schema/model.schema.js';
import { crossed } from './crosswalk.js';
import { type DraftModel, type ImportedProgress, NO_PROGRESS } from './draft.js';
import { fromDsomm } from './dsomm/dsomm.js';
import type { Called } from './dsomm/models.js';
import { checkPaths, IMPORT_LIMITS, type ImportFile, wholeFile } from './import-file.js';
import { fromSamm } from './samm/samm.js';
import { fromSheet } from './sheet/sheet.js';
import { Trouble } from './trouble.js';
import { type ImportedModel, versioned } from './versions.js';

/** What other people's models are written in. */
export type ImportFormat = 'dsomm' | 'samm' | 'sheet';

/** What is to be imported, and how. */
export interface ImportWish {
  readonly from: ImportFormat;
  readonly files: readonly ImportFile[];
  readonly called: Called;
  /** The unit of each team whose progress is told. */
  readonly teams: Readonly<Record<string, UnitKey>>;
  /** Activities of DSOMM count in SAMM where they refer to it. */
  readonly crosswalk: boolean;
}

/** What a program has already. */
export interface ImportGround {
  readonly view: CatalogueView;
  readonly now: Instant;
  /** The text of an uploaded version; undefined for one that ships with Waymark. */
  textOf(model: MaturityModel): Promise<string | undefined>;
}

/** What files become in a program. */
export interface Converted {
  readonly ok: true;
  readonly models: readonly ImportedModel[];
  readonly progress: ImportedProgress;
  /** What was left out or read otherwise than it is written. */
  readonly warnings: readonly Fault[];
  /** Paths of files that say nothing of what is imported. */
  readonly passedOver: readonly string[];
}

/**
 * Reads other people's models as models of ours, and the progress they carry as facts. Nothing is kept.
 * @returns every fault with its file, line and column instead, where there is one
 * @source docs/imported-models.md
 */
export async function convert(
  wish: ImportWish,
  ground: ImportGround,
): Promise<Converted | { readonly ok: false; readonly faults: readonly Fault[] }> {
  const trouble = new Trouble();
  trouble.addFaults(checkPaths(wish.files));
  if (trouble.faults.length > 0) return faulty(trouble);
  const { view } = ground;
  const { drafts, progress, passedOver } = await read(wish, ground, trouble);
  if (trouble.faults.length > 0) return faulty(trouble);
  if (drafts.length === 0 && progress.facts.length === 0 && progress.unknownTeams.length === 0) {
    trouble.addFaults([
      wholeFile(wish.files[0]?.path, 'There is nothing to import in these files.'),
    ]);
  }
  if (progress.facts.length > IMPORT_LIMITS.facts) {
    const message = `The progress has ${progress.facts.length} facts; at most ${IMPORT_LIMITS.facts} are recorded at once. Name fewer teams, and send it again with the others.`;
    trouble.addFaults([{ ...wholeFile(undefined, message), pointer: '/teams' }]);
  }
  const models = made(drafts, view, trouble);
  if (wish.crosswalk && trouble.faults.length === 0) {
    const grown = models.reduce(grownBy, view);
    models.push(...made(await crosswalks(wish, drafts, grown, ground), grown, trouble));
  }
  if (trouble.faults.length > 0) return faulty(trouble);
  return { ok: true, models, progress, passedOver, warnings: trouble.warnings };
}

function faulty({ faults }: Trouble) {
  return { ok: false, faults: faults.slice(0, MOST_FAULTS + 1) } as const;
}

interface Read {
  readonly drafts: readonly DraftModel[];
  readonly progress: ImportedProgress;
  readonly passedOver: readonly string[];
}

async function read(wish: ImportWish, ground: ImportGround, trouble: Trouble): Promise<Read> {
  const { from, files, called, teams, crosswalk } = wish;
  const { view, now } = ground;
  switch (from) {
    case 'dsomm': {
      const { models, ...told } = fromDsomm(files, { called, teams, view, now }, trouble);
      return { ...told, drafts: models };
    }
    case 'samm': {
      const { models, passedOver } = fromSamm(files, called, trouble);
      const drafts = models.map((draft) =>
        crosswalk ? { ...draft, written: crossed(draft.written, view.dictionary) } : draft,
      );
      return { drafts, passedOver, progress: NO_PROGRESS };
    }
    case 'sheet': {
      const known = (model: string) => view.definedBesides(model);
      const { models, passedOver } = await fromSheet(files, called, known, trouble);
      return { drafts: models, passedOver, progress: NO_PROGRESS };
    }
  }
}

function made(drafts: readonly DraftModel[], view: CatalogueView, trouble: Trouble) {
  return drafts.flatMap((draft): ImportedModel[] => {
    const model = versioned(draft, view);
    if ('upload' in model) return [model];
    trouble.addFaults(model);
    return [];
  });
}

/** The first version of a model is in force at once. */
function grownBy(view: CatalogueView, { upload, former }: ImportedModel): CatalogueView {
  return former ? view : view.adopting(upload.model);
}

/** The program's own SAMM models once more, in which activities of DSOMM count. */
async function crosswalks(
  { from }: ImportWish,
  drafts: readonly DraftModel[],
  view: CatalogueView,
  { textOf }: ImportGround,
): Promise<readonly DraftModel[]> {
  if (from !== 'dsomm' || drafts.length === 0) return [];
  const samms = [...view.models.values()].filter(({ milestones }) =>
    milestones.some(({ key }) => key.startsWith('samm.')),
  );
  const found = await Promise.all(
    samms.map(async ({ id }): Promise<readonly DraftModel[]> => {
      const last = view.versions(id).at(-1);
      const text = last && (await textOf(last));
      const yaml = text === undefined ? undefined : readYaml(text);
      if (!yaml?.ok) return [];
      // it was checked when it was added
      const written = crossed(yaml.yaml.value as WrittenModel, view.dictionary);
      return [{ written, origins: new Map() }];
    }),
  );
  return found.flat();
}
