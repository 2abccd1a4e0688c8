/** The plain reading of the model language and the histories it is asked about, for tests. */
export {
  arbitraryDictionary,
  arbitraryExpression,
  arbitraryModel,
  KEYS,
  KINDS,
} from './arbitrary-model.js';
export { arbitraryHistory, arbitraryQuestion, type Question } from './arbitrary-history.js';
export { differences, timelineDifferences } from './compare.js';
export { Oracle } from './oracle.js';
export { readableExpression, readableQuestion } from './readable.js';
export { Story } from './story.js';
export * from './vocabulary.js';
