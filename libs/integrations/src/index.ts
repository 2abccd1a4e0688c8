export * from './mappings/finding.js';
export * from './mappings/mapping-faults.js';
export * from './mappings/tool-delivery.js';
