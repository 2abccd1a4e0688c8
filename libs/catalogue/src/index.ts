export { Catalogue, UploadedModelLost } from './catalogue.js';
export {
  type Approvals,
  CatalogueView,
  type ProgramSettings,
  type PublishedVersion,
} from './catalogue-view.js';
export { writeExpression } from './normalise.js';
export { openCatalogue } from './open-catalogue.js';
export { parseModel, type ValueFault } from './parse-model.js';
export {
  type CheckedUpload,
  checkAdoption,
  checkDefinition,
  checkUpload,
  keepUpload,
} from './publish.js';
export { type Fault, faultLine } from './read/fault.js';
export { registerSharedModels, SharedModelEdited } from './register-shared-models.js';
export { builtIns, ModelFilesError, type SharedCatalogue } from './shared-catalogue.js';
