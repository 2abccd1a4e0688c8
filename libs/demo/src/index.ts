export { type Demo, ensureDemo, renewDemoKey } from './load/demo.js';
export * from './load/errors.js';
export { findDemo, type FoundDemo } from './load/found.js';
export { DEMO_PROGRAM } from './load/key.js';
export { type Ground, loadDemo } from './load/load-demo.js';
export { demoHasAccounts, makeDemoLink } from './load/visit.js';
export { Calendar } from './story/calendar.js';
export { ENTERPRISE } from './story/cast/cast.js';
export { tellStory } from './story/story.js';
