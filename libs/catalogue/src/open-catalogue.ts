import type { Database, Environment } from '#lib/platform';
import { Catalogue } from './catalogue.js';
import { registerSharedModels } from './register-shared-models.js';
import { builtIns } from './shared-catalogue.js';

/**
 * The catalogue of a process: loads the shared models and makes sure that no published one was edited.
 * @throws ModelFilesError, SharedModelEdited: the start has to stop with their message
 */
export async function openCatalogue(foundation: {
  readonly environment: Pick<Environment, 'modelsDir'>;
  readonly database: Database;
}): Promise<Catalogue> {
  const shared = builtIns(foundation.environment.modelsDir);
  await foundation.database.beforeProgram((tx) => registerSharedModels(tx, shared));
  return new Catalogue(shared);
}
