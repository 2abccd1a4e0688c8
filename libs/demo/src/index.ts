export { type Demo, ensureDemo, type Ground } from './load/demo.js';
export * from './load/errors.js';
export { DEMO_PROGRAM, renewDemoKey } from './load/key.js';
export { Calendar } from './story/calendar.js';
export { ENTERPRISE } from './story/cast/cast.js';
export { tellStory } from './story/story.js';
