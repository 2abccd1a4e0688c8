import type { SheetFault, SheetTable } from './sheet-table.js';

/** What a sheet can tell of, one fact or unit a row. */
export const SHEET_KINDS = ['units', 'milestones', 'assessments', 'targets'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What a column can hold, and by which heads it is known: small letters and digits alone. */
const HEADS = {
  unit: ['unit', 'unitkey', 'unitid', 'key', 'team', 'einheit'],
  name: ['name', 'unitname', 'title'],
  kind: ['kind', 'type', 'level', 'unitkind', 'unittype'],
  parent: [
    ...['parent', 'parentunit', 'parentkey', 'parentname', 'under', 'above', 'reportsto'],
    ...['belongsto', 'partof', 'liesunder', 'rollsupto', 'ubergeordnet', 'ubergeordneteeinheit'],
    'gehortzu',
  ],
  models: ['models', 'follows', 'model'],
  tags: ['tags', 'labels', 'tag', 'label'],
  ownerName: ['ownername', 'owner', 'responsible', 'lead'],
  ownerEmail: ['owneremail', 'email', 'ownermail', 'mail', 'responsibleemail'],
  occurredAt: [
    'occurredat',
    'date',
    'on',
    'achievedon',
    'achieved',
    'when',
    'day',
    'datum',
    'assessedon',
    'completed',
    'completedon',
    'since',
  ],
  milestone: ['milestone', 'milestonekey', 'activity', 'practice'],
  record: ['record', 'fact', 'event', 'status', 'what'],
  degree: ['degree', 'percent', 'share', 'progress', 'done'],
  outcome: ['outcome', 'result', 'answer', 'assessment', 'finding', 'inplace'],
  by: ['by', 'assessor', 'assessedby', 'auditor'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'reason'],
  evidence: ['evidence', 'link', 'url', 'evidenceurl', 'proof'],
  evidenceTitle: ['evidencetitle', 'linktitle', 'evidencename'],
  target: ['target', 'targetkey'],
  model: ['model', 'maturitymodel'],
  stage: ['stage', 'stageid', 'step'],
  dimension: ['dimension', 'dimensionid', 'area'],
  level: ['level', 'maturitylevel'],
  due: ['due', 'dueon', 'duedate', 'dueby', 'deadline', 'targetdate', 'eta', 'planned'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Field = keyof typeof HEADS;

/** Heads by which a column is known where none has a usual name: kinds of units, and days of all sorts. */
const OTHER_HEADS: { readonly [Name in Field]?: readonly string[] } = {
  unit: [
    ...['country', 'region', 'department', 'division', 'businessunit', 'organisation'],
    ...['organization', 'function', 'site', 'office', 'branch', 'location', 'group', 'market'],
  ],
  milestone: ['achievement', 'deliverable'],
  occurredAt: ['enddate', 'finished', 'finishedon', 'reached', 'reachedon', 'doneon', 'actualdate'],
};

/** What the columns of each kind hold; the first ones must be there. */
const FIELDS = {
  units: {
    needed: ['unit'],
    other: ['name', 'kind', 'parent', 'models', 'tags', 'ownerName', 'ownerEmail', 'occurredAt'],
  },
  milestones: {
    needed: ['unit', 'milestone', 'occurredAt'],
    other: ['record', 'degree', 'note', 'evidence', 'evidenceTitle'],
  },
  assessments: {
    needed: ['unit', 'milestone', 'outcome', 'occurredAt'],
    other: ['by', 'degree', 'note'],
  },
  targets: {
    needed: ['unit'],
    other: [
      'target',
      'milestone',
      'model',
      'stage',
      'dimension',
      'level',
      'due',
      'ownerName',
      'ownerEmail',
    ],
  },
} as const satisfies Readonly<
  Record<SheetKind, { readonly needed: readonly Field[]; readonly other: readonly Field[] }>
>;

/** Everything that a column of a sheet of some kind can hold. */
export function fieldsOf(kind: SheetKind): readonly Field[] {
  return [...FIELDS[kind].needed, ...FIELDS[kind].other];
}

/** The same, each with whether such a sheet can do without it. */
export function sheetFields(
  kind: SheetKind,
): readonly { readonly field: Field; readonly needed: boolean }[] {
  const needed: readonly Field[] = FIELDS[kind].needed;
  return fieldsOf(kind).map((field) => ({ field, needed: needed.includes(field) }));
}

/** The fields that a sheet of some kind cannot do without. */
export function neededBy(kind: SheetKind): readonly Field[] {
  return FIELDS[kind].needed;
}

/** How many of some cells are usual names of columns, each of another. */
export function knownHeads(cells: readonly string[]): number {
  const all = Object.keys(HEADS) as Field[];
  return new Set(
    cells.flatMap(
      (cell) => guessField(cell, all) ?? all.find((field) => isOther(field, cell)) ?? [],
    ),
  ).size;
}

/** How the head of a sheet is understood. */
export interface Columns extends Head {
  readonly kind: SheetKind;
  /** Heads that are not read. */
  readonly passedOver: readonly string[];
}

/** As much as is understood of a head, though it may lack something. */
export interface Head {
  /** Undefined: it does not tell. */
  readonly kind: SheetKind | undefined;
  /** By field, the column from 0. */
  readonly at: ReadonlyMap<Field, number>;
}

/** A head that cannot be read by. */
export interface FaultyHead extends Head {
  readonly faults: readonly SheetFault[];
}

/** What whoever sends a sheet says of its head: by head, the field it holds, or null: it is not read. */
export type ColumnWish = Readonly<Record<string, string | null>>;

/**
 * Understands the head of a sheet: as is wished, and what is not wished by the names of the columns.
 * @param kind undefined: it is guessed
 */
export function understandHead(
  { head }: SheetTable,
  kind: SheetKind | undefined,
  wish: ColumnWish,
): Columns | FaultyHead {
  const meant = kind ?? guessKind(head, wish);
  if (meant === undefined) {
    const message = `The head does not tell what the rows are about. Say it (kind: ${SHEET_KINDS.slice(0, -1).join(', ')} or ${SHEET_KINDS.at(-1)}).`;
    return { kind: undefined, at: new Map(), faults: [{ row: 1, message }] };
  }
  const fields = fieldsOf(meant);
  const faults = wrongWishes(head, wish, fields, meant);
  const at = new Map<Field, number>();
  const passedOver: string[] = [];
  // what is said comes before what is guessed
  for (const [column, text] of head.entries()) {
    const said = Object.hasOwn(wish, text) ? wish[text] : undefined;
    if (said === undefined || said === null) continue;
    if (at.has(said as Field)) faults.push(twice(column, text, said));
    else at.set(said as Field, column);
  }
  for (const [column, text] of head.entries()) {
    if (text === '' || (Object.hasOwn(wish, text) && wish[text] !== null)) continue;
    const field = wish[text] === null ? undefined : guessField(text, fields);
    const before = field === undefined ? undefined : at.get(field);
    if (field !== undefined && before !== undefined && head[before] === text) {
      faults.push(named(column, text));
    } else if (field === undefined || before !== undefined) passedOver.push(text);
    else at.set(field, column);
  }
  for (const field of FIELDS[meant].needed) {
    if (at.has(field)) continue;
    const held = new Set(at.values());
    const column = head.findIndex(
      (text, index) => !held.has(index) && !Object.hasOwn(wish, text) && isOther(field, text),
    );
    if (column === -1) continue;
    at.set(field, column);
    passedOver.splice(passedOver.indexOf(head[column] ?? ''), 1);
  }
  const missing = FIELDS[meant].needed.filter((field) => !at.has(field));
  faults.push(
    ...missing.map((field) => ({
      row: 1,
      message: `No column holds "${field}", which ${meant} need. Name one so, or say which one does (columns).`,
    })),
  );
  return faults.length > 0 ? { kind: meant, at, faults } : { kind: meant, at, passedOver };
}

function wrongWishes(
  head: readonly string[],
  wish: ColumnWish,
  fields: readonly Field[],
  kind: SheetKind,
): SheetFault[] {
  return Object.entries(wish).flatMap(([text, field]) => {
    if (!head.includes(text)) {
      return [{ row: 1, message: `There is no column "${text.slice(0, 100)}".` }];
    }
    if (field === null || fields.includes(field as Field)) return [];
    const message = `${kind} hold no "${field.slice(0, 100)}". They hold ${fields.join(', ')}.`;
    return [{ row: 1, column: head.indexOf(text) + 1, message }];
  });
}

function named(column: number, text: string): SheetFault {
  const message = `Another column is named "${text.slice(0, 100)}" as well. Rename or remove one of them.`;
  return { row: 1, column: column + 1, message };
}

function twice(column: number, text: string, field: string): SheetFault {
  const message = `Another column holds "${field}" as well as "${text.slice(0, 100)}". Choose one.`;
  return { row: 1, column: column + 1, message };
}

/** What the rows are about, by the column that no other kind has. */
function guessKind(head: readonly string[], wish: ColumnWish): SheetKind | undefined {
  const has = (field: Field) =>
    head.some(
      (text) => (Object.hasOwn(wish, text) ? wish[text] : guessField(text, [field])) === field,
    );
  if (has('due') || has('target')) return 'targets';
  if (has('outcome') && has('milestone')) return 'assessments';
  if (has('milestone')) return 'milestones';
  return has('parent') || has('kind') || has('name') ? 'units' : undefined;
}

const isOther = (field: Field, text: string): boolean =>
  OTHER_HEADS[field]?.includes(plainHead(text)) ?? false;

const plainHead = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

function guessField(text: string, fields: readonly Field[]): Field | undefined {
  const name = plainHead(text);
  // the field's own name before what others call it
  return (
    fields.find((field) => field.toLowerCase() === name) ??
    fields.find((field) => (HEADS[field] as readonly string[]).includes(name))
  );
}
