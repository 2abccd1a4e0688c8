import { stringify } from 'yaml';
import type { MaturityModel, ModelId } from '#lib/domain';
import type { CatalogueView } from '../catalogue-view.js';
import { contentHash } from '../content-hash.js';
import { type CheckedUpload, checkUpload } from '../publish.js';
import type { Fault } from '../read/fault.js';
import type { WrittenModel } from '../schema/model.schema.js';
import type { DraftModel } from './draft.js';
import { relocated } from './trouble.js';

/** A model as it would be added to a program. */
export interface ImportedModel {
  readonly upload: CheckedUpload;
  /** As it is kept. */
  readonly yaml: string;
  /** The version that decides now, where the program has the model already. */
  readonly former: MaturityModel | undefined;
}

/** Gives a draft the version that follows those a program has; the last one again where nothing changed. */
export function versioned(
  { written, origins }: DraftModel,
  view: CatalogueView,
): ImportedModel | readonly Fault[] {
  const id = written.id as ModelId;
  const former = view.models.get(id);
  const last = view.versions(id).at(-1);
  const kept = last && view.published(id, last.version);
  if (kept && contentHash({ ...written, version: kept.model.version }) === kept.hash) {
    return { upload: { ok: true, ...kept, outcome: 'same' }, yaml: '', former };
  }
  const yaml = writeYaml({ ...written, version: (last?.version ?? 0) + 1 });
  const upload = checkUpload(view, yaml, `${id}.yaml`);
  return upload.ok ? { upload, yaml, former } : relocated(upload.faults, origins);
}

function writeYaml(written: WrittenModel): string {
  return stringify(written, { aliasDuplicateObjects: false, lineWidth: 0 });
}
