export { applyMapping } from './mappings/apply-mapping.js';
export * from './mappings/finding.js';
export * from './mappings/mapping-faults.js';
export { readMapping } from './mappings/read-mapping.js';
export { readyMade } from './mappings/ready-made/ready-made.js';
export type { Rule } from './mappings/rule.js';
export * from './mappings/tool-delivery.js';
export { clearDeliveries } from './deliveries/clear-deliveries.js';
export { type Delivery, Deliveries } from './deliveries/deliveries.js';
export { DeliveryWork } from './deliveries/delivery-work.js';
export { type DryRun, DryRuns } from './deliveries/dry-run.js';
export { anyDue } from './deliveries/due-rows.js';
export { type Received, Receiver } from './deliveries/receiver.js';
export { toldBy } from './deliveries/told-by.js';
export { Matches } from './matching/matches.js';
export type { Arrival } from './sources/arrival.js';
export * from './sources/errors.js';
export { SOAP_ACKNOWLEDGEMENT } from './sources/read-soap.js';
export type { Source } from './sources/source.js';
export { Sources } from './sources/sources.js';
export { SHEET_KINDS, type SheetKind } from './imports/columns.js';
export {
  type ImportOutcome,
  Imports,
  type SheetImport,
  type UnderstoodSheet,
} from './imports/imports.js';
export type { ReadSheet, SheetWish } from './imports/read-sheet.js';
export { type SheetFault, SheetUnreadable } from './imports/sheet-table.js';
export { UnknownImport } from './imports/unknown-import.js';
