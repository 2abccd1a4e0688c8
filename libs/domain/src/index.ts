export * from './duration.js';
export * from './event.js';
export * from './ids.js';
export * from './model.js';
export * from './occurrence.js';
export * from './standing.js';
