import type { Schemas } from '#lib/client';

export type SheetKind = NonNullable<Schemas['ImportOutcome']['understood']['kind']>;

/** What the rows of a sheet are, in words; also the order in which they are offered. */
export const KIND_TEXTS: Readonly<Record<SheetKind, string>> = {
  units: 'Units',
  milestones: 'Milestones that happened or ended',
  assessments: 'Assessments: what was looked at',
  targets: 'Targets: what is planned',
};

export const SHEET_KINDS = Object.keys(KIND_TEXTS) as readonly SheetKind[];

/** The columns of an empty sheet to begin with, by the names that are understood as they are. */
export const HEADS: Readonly<Record<SheetKind, readonly string[]>> = {
  units: ['unit', 'name', 'kind', 'parent', 'models', 'tags', 'ownerName', 'ownerEmail'],
  milestones: ['unit', 'milestone', 'occurredAt', 'record', 'degree', 'note', 'evidence'],
  assessments: ['unit', 'milestone', 'outcome', 'occurredAt', 'by', 'degree', 'note'],
  targets: ['unit', 'milestone', 'model', 'stage', 'due', 'ownerName', 'ownerEmail'],
};

const FIELD_TEXTS: Readonly<Record<string, string>> = {
  unit: 'Unit (its key)',
  name: 'Name',
  kind: 'Kind',
  parent: 'Lies under (a key)',
  models: 'Models it follows',
  tags: 'Tags',
  ownerName: 'Owner: name',
  ownerEmail: 'Owner: e-mail',
  occurredAt: 'When it happened',
  milestone: 'Milestone (its key)',
  record: 'Happened or ended',
  degree: 'To which degree',
  outcome: 'Outcome',
  by: 'Who looked at it',
  note: 'Note',
  evidence: 'Evidence: link',
  evidenceTitle: 'Evidence: title',
  target: 'Target (its key)',
  model: 'Model',
  stage: 'Stage',
  dimension: 'Dimension',
  level: 'Level',
  due: 'Wanted by',
};

/** What a column can hold, in words. @param field as the api calls it */
export function fieldText(field: string, kind: SheetKind | null): string {
  if (field === 'occurredAt' && kind === 'units') return 'Since when it exists';
  if (field === 'occurredAt' && kind === 'assessments') return 'When it was looked at';
  return FIELD_TEXTS[field] ?? field;
}

/** Where an import is, in words. */
export const STATE_TEXTS: Readonly<Record<Schemas['Import']['state'], string>> = {
  waiting: 'Waits for its turn',
  running: 'Under way',
  recorded: 'Recorded',
  refused: 'Refused: nothing was recorded',
  undoing: 'Being undone',
  undone: 'Undone',
};
