export { Catalogue, UploadedModelLost } from './catalogue.js';
export {
  type CatalogueFact,
  CatalogueView,
  foldCatalogue,
  type ProgramSettings,
  type PublishedVersion,
} from './catalogue-view.js';
export { contentHash } from './content-hash.js';
export { readModelsFolders } from './models-folder.js';
export { writeExpression } from './normalise.js';
export { parseDictionary, parseModel, type ValueFault } from './parse-model.js';
export {
  checkAdoption,
  checkDefinition,
  checkUpload,
  type CheckedUpload,
  keepUpload,
} from './publish.js';
export { openCatalogue } from './open-catalogue.js';
export { type Fault, faultLine } from './read/fault.js';
export { registerSharedModels, SharedModelEdited } from './register-shared-models.js';
export {
  builtIns,
  ModelFilesError,
  type SharedCatalogue,
  sharedCatalogue,
} from './shared-catalogue.js';
