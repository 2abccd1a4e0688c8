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
export { fetchOutside } from './polling/fetch-outside.js';
export { type Polled, Polls } from './polling/polls.js';
export type { Arrival } from './sources/arrival.js';
export * from './sources/errors.js';
export { SOAP_ACKNOWLEDGEMENT } from './sources/read-soap.js';
export type { Source } from './sources/source.js';
export { Sources } from './sources/sources.js';
export { clearDispatches } from './outbound/clear-dispatches.js';
export { type Dispatch, Dispatches } from './outbound/dispatches.js';
export { anyDispatchDue } from './outbound/due.js';
export * from './outbound/errors.js';
export { Outbox, outboxBehind } from './outbound/outbox.js';
export { Post } from './outbound/reach/post.js';
export { Reach } from './outbound/reach/reach.js';
export { Sender } from './outbound/sender.js';
export { type Notice, NOTICE_KINDS } from './notices/notice.js';
export { Notices } from './notices/notices.js';
export type { Subscription } from './outbound/subscription.js';
export { Subscriptions } from './outbound/subscriptions.js';
export type { Channel, ChannelWish } from './channels/channel.js';
export { clearMessages } from './channels/clear-messages.js';
export { Channels } from './channels/channels.js';
export { Courier } from './channels/courier.js';
export { anyMessageDue } from './channels/due-messages.js';
export * from './channels/errors.js';
export { Mailer } from './channels/mailer.js';
export { type ChannelMessage, ChannelMessages } from './channels/messages.js';
export { SHEET_KINDS, sheetFields, type SheetKind } from './imports/columns.js';
export {
  type ImportOutcome,
  Imports,
  type SheetImport,
  type UnderstoodSheet,
} from './imports/imports.js';
export type { ReadSheet, SheetWish } from './imports/read-sheet.js';
export { type SheetFault, SheetUnreadable } from './imports/sheet-table.js';
export { UnknownImport } from './imports/unknown-import.js';
