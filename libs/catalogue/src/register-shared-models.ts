import type { Tx } from '#lib/platform';
import type { SharedCatalogue } from './shared-catalogue.js';

/** A shared model version says something else than when it was first used here; one line for each. */
export class SharedModelEdited extends Error {
  readonly code = 'shared-model-edited';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

const REMEMBER = `
  INSERT INTO shared_model (model, version, hash)
  SELECT * FROM unnest($1::text[], $2::int[], $3::text[])
  ON CONFLICT DO NOTHING`;

/**
 * Remembers the hash of every shared model version, before a program is known; to be called at each start.
 * @throws SharedModelEdited when one is remembered with another hash
 * @source models/README.md, rule V-1
 */
export async function registerSharedModels(tx: Tx, shared: SharedCatalogue): Promise<void> {
  const { files } = shared;
  await tx.query(REMEMBER, [
    files.map(({ model }) => model.id),
    files.map(({ model }) => model.version),
    files.map(({ hash }) => hash),
  ]);
  const rows = await tx.query<{ model: string; version: number; hash: string }>(
    'SELECT model, version, hash FROM shared_model',
  );
  const remembered = new Map(rows.map((row) => [`${row.model}@${row.version}`, row.hash]));
  const edited = files.filter(
    ({ model, hash }) => remembered.get(`${model.id}@${model.version}`) !== hash,
  );
  if (edited.length === 0) return;
  throw new SharedModelEdited(
    edited.map(
      ({ model, file }) =>
        `${file}: version ${model.version} of "${model.id}" was edited after it had been used here. Undo the edit, or publish it as a new version.`,
    ),
  );
}
