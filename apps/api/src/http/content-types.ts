/** Content types that routes take, by what they are read as. */
export const JSON_TYPE = 'application/json';
export const SCIM_TYPE = 'application/scim+json';
export const CLOUD_EVENT_TYPES = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
] as const;
export const YAML_TYPES = [
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/x-yaml',
] as const;
export const JSON_LINES_TYPES = [
  'application/jsonl',
  'application/x-ndjson',
  'application/ndjson',
  'application/x-jsonlines',
  'application/octet-stream',
] as const;
/** What sheets come as. */
export const SHEET_TYPES = [
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
/** What SOAP comes as. */
export const XML_TYPES = ['text/xml', 'application/xml', 'application/soap+xml'] as const;
