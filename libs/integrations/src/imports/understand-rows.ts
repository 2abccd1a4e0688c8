import type { MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import type { ImportedRow, PartialRow } from '#lib/recording';
import type { Columns, Field } from './columns.js';
import { degreeOf, outcomeOf, recordOf, stageOf, wholeNumber } from './cell-words.js';
import { type CellFault, CellReader } from './cell-reader.js';
import { type DateOrder, type Order, orderOf } from './sheet-dates.js';
import type { SheetFault, SheetRow, SheetTable } from './sheet-table.js';

/** The rows of a sheet, understood one by one. */
export interface Understood {
  readonly rows: readonly ImportedRow[];
  /** Those with a cell that cannot be read, as far as the others can. */
  readonly partial: readonly PartialRow[];
  readonly faults: readonly SheetFault[];
  /** In which order days were read; undefined where that made no difference. */
  readonly dates: DateOrder | undefined;
}

/** What is known of how cells are to be read. */
interface HowToRead {
  readonly dates?: DateOrder | undefined;
  /** By names that stand where keys should, the keys; empty where several have one. */
  readonly named: ReadonlyMap<string, string>;
}

/** Rows are understood in turns of so many, so that others get theirs. */
const AT_ONCE = 2000;

/** Reads each row as what its columns hold. */
export async function understandRows(
  table: SheetTable,
  columns: Columns,
  { dates, named }: HowToRead,
): Promise<Understood> {
  const order = dates ?? dayOrder(table, columns);
  const faults: SheetFault[] = [];
  const rows: ImportedRow[] = [];
  const partial: PartialRow[] = [];
  for (let start = 0; start < table.rows.length; start += AT_ONCE) {
    for (const row of table.rows.slice(start, start + AT_ONCE)) {
      const cells = new CellReader(row, columns.at, order, named);
      const understood = understandRow(columns.kind, row, cells);
      faults.push(...cells.faults.map((fault) => placed(row, columns, fault)));
      if (cells.faults.length === 0) rows.push(understood);
      else partial.push({ ...understood, unread: new Set(cells.faults.map(({ field }) => field)) });
    }
    await new Promise(setImmediate);
  }
  return { rows, partial, faults, dates: order === 'dmy' || order === 'mdy' ? order : undefined };
}

function dayOrder(table: SheetTable, { at }: Columns): Order {
  const fields: readonly Field[] = ['occurredAt', 'due'];
  const days = fields.flatMap((field) => at.get(field) ?? []);
  return orderOf(table.rows.flatMap(({ cells }) => days.map((column) => cells[column] ?? '')));
}

function placed({ row }: SheetRow, { at }: Columns, { field, ...fault }: CellFault): SheetFault {
  const column = at.get(field);
  return { row, ...(column === undefined ? {} : { column: column + 1 }), ...fault };
}

function understandRow(kind: Columns['kind'], { row }: SheetRow, cells: CellReader): ImportedRow {
  const unit = cells.needed('unit', kind === 'units' ? 'newUnit' : 'unit') as UnitKey;
  switch (kind) {
    case 'units':
      return { row, unit, kind: 'unit', wish: unitIn(cells) };
    case 'milestones':
      return { row, unit, kind: 'fact', fact: factIn(cells) };
    case 'assessments':
      return { row, unit, kind: 'fact', fact: assessmentIn(cells) };
    case 'targets':
      return { row, unit, kind: 'target', wish: targetIn(cells) };
  }
}

type Of<Kind extends ImportedRow['kind']> = Extract<ImportedRow, { readonly kind: Kind }>;

function unitIn(cells: CellReader): Of<'unit'>['wish'] {
  return given({
    name: cells.text('name', 'name'),
    kind: cells.text('kind', 'kind'),
    parent: cells.text('parent', 'unit') as UnitKey | undefined,
    models: cells.list('models', 'model') as readonly ModelId[] | undefined,
    tags: cells.list('tags', 'tag'),
    owner: cells.owner(),
    occurredAt: cells.date('occurredAt'),
  });
}

function factIn(cells: CellReader): Of<'fact'>['fact'] {
  const milestone = cells.needed('milestone', 'milestone') as MilestoneKey;
  const occurredAt = cells.neededDate('occurredAt');
  const note = cells.text('note', 'prose');
  const record = cells.word('record', recordOf, 'Write `achieved` or `lapsed`, or leave it blank.');
  if (record === 'lapsed') {
    return { kind: 'lapsed', data: given({ milestone, occurredAt, reason: note }) };
  }
  const url = cells.text('evidence', 'link');
  const title = cells.text('evidenceTitle', 'title') ?? url?.slice(0, 300);
  const evidence = url === undefined || title === undefined ? undefined : [{ title, url }];
  return {
    kind: 'achieved',
    data: given({ milestone, occurredAt, degree: degreeIn(cells), note, evidence }),
  };
}

const DEGREE = 'A degree is above 0 and at most 1, or a percentage such as 50 %.';

function degreeIn(cells: CellReader): number | undefined {
  const degree = cells.word('degree', degreeOf, DEGREE);
  return degree === 1 ? undefined : degree;
}

function assessmentIn(cells: CellReader): Of<'fact'>['fact'] {
  const milestone = cells.needed('milestone', 'milestone') as MilestoneKey;
  const occurredAt = cells.neededDate('occurredAt');
  const note = cells.text('note', 'prose');
  const outcome = cells.neededWord('outcome', outcomeOf, 'Write `yes`, `no` or `not applicable`.');
  if (outcome === 'yes') {
    return {
      kind: 'achieved',
      data: given({ milestone, occurredAt, degree: degreeIn(cells), note }),
    };
  }
  const by = cells.text('by', 'name');
  return {
    kind: 'assessed',
    data: given({ milestone, outcome: outcome ?? 'no', occurredAt, by, note }),
  };
}

function targetIn(cells: CellReader): Of<'target'>['wish'] {
  return given({
    target: cells.text('target', 'target'),
    goal: goalIn(cells),
    due: cells.date('due'),
    owner: cells.owner(),
  });
}

function goalIn(cells: CellReader): Of<'target'>['wish']['goal'] {
  const milestone = cells.text('milestone', 'milestone') as MilestoneKey | undefined;
  const model = cells.text('model', 'model') as ModelId | undefined;
  const stage = cells.word('stage', stageOf, 'Write the id of a stage, or its number.');
  const dimension = cells.text('dimension', 'name');
  const level = cells.word('level', wholeNumber, 'A level is a whole number.');
  if (milestone !== undefined && model !== undefined) {
    cells.fault('model', 'A target wants a milestone, or a stage or level of a model, not both.');
  }
  if (milestone !== undefined) return { milestone };
  if (model === undefined) return undefined;
  if (stage !== undefined) return { model, stage };
  if (dimension !== undefined && level !== undefined) return { model, dimension, level };
  cells.fault('model', 'Say which stage of the model is wanted, or which dimension and level.');
  return undefined;
}

type Given<T> = { [Name in keyof T]: T[Name] } & {};

/** Without what was not said. */
function given<T extends object>(members: T): Sure<T> {
  const said = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Sure<T>;
}

type Sure<T> = Given<
  { [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name] } & {
    [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>;
  }
>;
