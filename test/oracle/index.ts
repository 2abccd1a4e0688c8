/** The plain reading of the model language and the histories it is asked about, for tests. */
export { arbitraryHistory, arbitraryQuestion, type Question } from './arbitrary-history.js';
export { arbitraryDictionary, arbitraryModel, KINDS, TAGS } from './arbitrary-model.js';
export { differences, timelineDifferences } from './compare.js';
export { Oracle } from './oracle.js';
export { readableQuestion } from './readable.js';
