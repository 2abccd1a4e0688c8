export { Catalogue, UploadedModelLost } from './catalogue.js';
export {
  type Approvals,
  CatalogueView,
  type ProgramSettings,
  type PublishedVersion,
} from './catalogue-view.js';
export {
  changesBetween,
  type EntryChanges,
  entryChanges,
  type ModelChanges,
} from './imports/changes.js';
export { type Converted, convert, type ImportFormat, type ImportWish } from './imports/convert.js';
export type { ImportedFact } from './imports/draft.js';
export { IMPORT_LIMITS } from './imports/import-file.js';
export type { ImportedModel } from './imports/versions.js';
export { nearest } from './nearest.js';
export { writeExpression } from './normalise.js';
export { openCatalogue } from './open-catalogue.js';
export { parseModel, type ValueFault } from './parse-model.js';
export {
  type CheckedUpload,
  checkAdoption,
  checkDefinition,
  checkUpload,
  keepUpload,
  uploadedText,
} from './publish.js';
export { type Fault, faultLine } from './read/fault.js';
export { registerSharedModels, SharedModelEdited } from './register-shared-models.js';
export { builtIns, ModelFilesError, type SharedCatalogue } from './shared-catalogue.js';
