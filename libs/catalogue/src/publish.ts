import type {
  EventData,
  MaturityModel,
  MilestoneEntry,
  MilestoneKey,
  ModelId,
  ProgramId,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { CatalogueView } from './catalogue-view.js';
import { checkEntries } from './checks/entry-checks.js';
import { type Faulty, parseEntry, parseModel, type ValueFault, valueFault } from './parse-model.js';

/** A model that may be added, or one that already is, word for word. */
export interface CheckedUpload {
  readonly ok: true;
  readonly model: MaturityModel;
  readonly hash: string;
  /** `same`: this very version is there already, and there is nothing to do. */
  readonly outcome: 'new' | 'same';
}

/**
 * Whether a program may add a model file: it must be faultless, agree with the program's dictionary, and
 * be a version higher than those it sees.
 * @source models/README.md, rules V-1 to V-3
 */
export function checkUpload(
  view: CatalogueView,
  yaml: string | Uint8Array,
  file?: string,
): CheckedUpload | Faulty {
  const parsed = parseModel(yaml, { file, known: (model) => view.definedBesides(model) });
  if (!parsed.ok) return parsed;
  const { model, hash } = parsed;
  const published = view.published(model.id, model.version);
  if (published?.hash === hash) return { ok: true, model: published.model, hash, outcome: 'same' };
  const highest = view.versions(model.id).at(-1)?.version;
  if (highest === undefined || model.version > highest)
    return { ok: true, model, hash, outcome: 'new' };
  const taken = published
    ? `Version ${model.version} of \`${model.id}\` is published with other content, and a published version never changes.`
    : `Version ${highest} of \`${model.id}\` is published already.`;
  return {
    ok: false,
    faults: parsed.faultsAt(['version'], `${taken} Write \`version: ${highest + 1}\`.`),
  };
}

/** Keeps the text of a model that is being added, in the transaction that appends `model.added`. */
export async function keepUpload(
  tx: Tx,
  program: ProgramId,
  { model, hash }: CheckedUpload,
  yaml: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO model_version (program_id, model, version, hash, yaml) VALUES ($1, $2, $3, $4, $5)`,
    [program, model.id, model.version, hash, yaml],
  );
}

/** The text of an uploaded version; undefined for one that ships with Waymark. */
export async function uploadedText(
  tx: Tx,
  program: ProgramId,
  { id, version }: Pick<MaturityModel, 'id' | 'version'>,
): Promise<string | undefined> {
  const [row] = await tx.query<{ yaml: string }>(
    'SELECT yaml FROM model_version WHERE program_id = $1 AND model = $2 AND version = $3',
    [program, id, version],
  );
  return row?.yaml;
}

export type CheckedDefinition =
  | {
      readonly ok: true;
      readonly entry: MilestoneEntry;
      /** What `milestone.defined` carries. */
      readonly data: EventData['milestone.defined'];
    }
  | { readonly ok: false; readonly faults: readonly ValueFault[] };

/**
 * Whether a program may define a milestone so: it may change its own entries, and word anew those that
 * others define with the same `validity` and `impliedBy`.
 * @param written the entry as JSON, without its key
 * @source models/README.md, rules M-1 to M-6
 */
export function checkDefinition(
  view: CatalogueView,
  key: string,
  written: Readonly<Record<string, unknown>>,
): CheckedDefinition {
  const entry = { ...written, key };
  const parsed = parseEntry(entry, view.definedBesidesProgram(key as MilestoneKey));
  return parsed.ok ? { ...parsed, data: { entry } } : parsed;
}

/** What stands in the way of putting a version in force: entries that others define with another meaning. */
export function checkAdoption(
  view: CatalogueView,
  model: ModelId,
  version: number,
): readonly ValueFault[] {
  const published = view.published(model, version);
  if (!published) {
    const known = view.versions(model).map((one) => one.version);
    const message = `There is no version ${version} of "${model}". ${known.length ? `There are: ${known.join(', ')}.` : 'Add the model first.'}`;
    return [{ pointer: '/version', message }];
  }
  const entries = published.model.milestones.map((entry, index) => ({
    entry: { ...entry, validity: entry.validity?.iso },
    path: ['milestones', index],
  }));
  return checkEntries(entries, view.definedBesides(model)).map(valueFault);
}
