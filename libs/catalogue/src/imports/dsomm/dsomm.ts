import type { Instant, MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import type { CatalogueView } from '../../catalogue-view.js';
import type { DraftModel, ImportedProgress } from '../draft.js';
import { type ForeignDocument, mapOf, readForeign } from '../foreign.js';
import type { ImportFile } from '../import-file.js';
import type { Trouble } from '../trouble.js';
import { readActivities } from './activities.js';
import { type Called, dsommModels } from './models.js';
import { readProgress, readSteps } from './progress.js';

/** What DSOMM's files become. */
export interface FromDsomm {
  readonly models: readonly DraftModel[];
  readonly progress: ImportedProgress;
  readonly passedOver: readonly string[];
}

type Kind = 'progress' | 'meta' | 'model' | 'none';

/** Reads DSOMM's `model.yaml`, its `meta.yaml` and the progress of teams, whatever they are called. */
export function fromDsomm(
  files: readonly ImportFile[],
  wish: {
    readonly called: Called;
    readonly teams: Readonly<Record<string, UnitKey>>;
    readonly view: CatalogueView;
    readonly now: Instant;
  },
  trouble: Trouble,
): FromDsomm {
  const { documents, others } = readForeign(files, trouble);
  const of = (kind: Kind) => documents.filter((document) => kindOf(document) === kind);
  const dsomm = readActivities(of('model'), trouble);
  const keys = new Set(dsomm.activities.map(({ entry }) => entry.key));
  const models = dsomm.activities.length > 0 ? dsommModels(dsomm, wish.called) : [];
  // only the first version of a model is in force at once
  const first = models.some(({ written }) => !wish.view.models.has(written.id as ModelId));
  const knows = (milestone: MilestoneKey) => {
    if (wish.view.dictionary.has(milestone)) return 'now';
    if (!keys.has(milestone)) return 'never';
    return first ? 'now' : 'once-adopted';
  };
  const steps = readSteps(of('meta'), trouble);
  const { teams, now } = wish;
  const progress = readProgress(of('progress'), { steps, knows, teams, now }, trouble);
  const read = new Set(
    documents.filter((document) => kindOf(document) !== 'none').map(({ path }) => path),
  );
  const unread = new Set(documents.map(({ path }) => path).filter((path) => !read.has(path)));
  return {
    models,
    progress,
    passedOver: [...others, ...unread],
  };
}

/** Keys that stand in files of DSOMM's own settings and nowhere in a model. */
const SETTINGS = ['progressDefinition', 'activityFiles', 'strings', 'teamProgressFile'];
const UNUSED = ['teams', 'teamGroups', 'evidence'];

function kindOf({ value }: ForeignDocument): Kind {
  const keys = Object.keys(mapOf(value) ?? {});
  if (keys.includes('progress')) return 'progress';
  if (SETTINGS.some((key) => keys.includes(key))) return 'meta';
  if (value === null || value === '' || UNUSED.some((key) => keys.includes(key))) return 'none';
  return 'model';
}
