import { z } from 'zod';
import { InstantText } from './dates.js';
import { DifferenceView } from './deliveries.js';
import { Flag } from './lists.js';
import { LogQuery } from './log.js';
import { Id, Prose, text } from './text.js';

const SheetKindText = z.enum(
  ['units', 'milestones', 'assessments', 'targets'],
  'One of units, milestones, assessments, targets.',
);

/** By head of the sheet, the field that its column holds; null: it is not read. */
const ColumnWishes = z
  .record(z.string().max(500), z.string().max(64).nullable())
  .refine((wishes) => Object.keys(wishes).length <= 200, 'At most 200 columns.');

const NOT_COLUMNS = 'Give a JSON object: {"<head>":"<field>"}, or null for a column to leave out.';

const ColumnsText = z
  .string()
  .max(20_000, 'At most 20,000 characters.')
  .transform((given, context) => {
    try {
      const parsed = ColumnWishes.safeParse(JSON.parse(given));
      if (parsed.success) return parsed.data;
    } catch {
      // told below, like what is JSON of another shape
    }
    context.addIssue({ code: 'custom', message: NOT_COLUMNS });
    return z.NEVER;
  })
  .meta({
    description: 'By head, what its column holds, as a JSON object. What is left out is guessed.',
  });

export const ImportQuery = z.strictObject({
  kind: SheetKindText.optional().meta({ description: 'What the rows are; left out: guessed.' }),
  columns: ColumnsText.optional(),
  sheet: text(100).optional().meta({ description: 'Of a workbook; left out: the first.' }),
  dates: z
    .enum(['dmy', 'mdy'], 'dmy or mdy')
    .optional()
    .meta({ description: 'In which order days are written that are not ISO 8601.' }),
  dryRun: Flag,
});

const count = z.number().int().min(0);
const Counts = z.object({
  new: count.meta({ description: 'Units registered, facts recorded, targets set.' }),
  changed: count.meta({ description: 'Units and targets that become otherwise.' }),
  unchanged: count.meta({ description: 'Rows that say what is so already.' }),
});

const Understood = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '\t']).optional(),
  sheet: z.string().nullable().optional(),
  sheets: z.array(z.string()).optional().meta({ description: 'Of a workbook: those there are.' }),
  kind: SheetKindText.nullable().meta({ description: 'null: the head does not tell.' }),
  columns: z
    .array(
      z.object({
        head: z.string(),
        field: z.string().nullable(),
        samples: z.array(z.string()).meta({ description: 'The first three cells with a text.' }),
      }),
    )
    .meta({ description: 'What each column holds; null: it is not read.' }),
  fields: z
    .array(z.object({ field: z.string(), needed: z.boolean() }))
    .meta({ description: 'Everything that columns of this kind can hold.' }),
  dates: z.enum(['dmy', 'mdy']).nullable(),
  rows: count,
});

const RowView = z.object({
  row: z.number().int().min(1).meta({ description: 'Where it stands in the file.' }),
  holds: z.record(z.string(), z.unknown()),
});

export const SheetFaultView = z
  .object({
    row: z.number().int().min(1),
    column: z.number().int().min(1).optional(),
    head: z.string().optional(),
    message: z.string(),
  })
  .meta({ id: 'SheetFault' });

export const ImportPreviewView = z
  .object({
    dryRun: z.boolean(),
    id: Id.optional().meta({ description: 'Of the import; absent where nothing was recorded.' }),
    understood: Understood,
    counts: Counts,
    first: z.array(RowView).meta({ description: 'The first 20 rows, as they were understood.' }),
    faults: z.array(SheetFaultView).meta({ description: 'The first 1,000 of them.' }),
    faultCount: count,
    standings: z.array(DifferenceView).meta({
      description: 'Dry run only: what would change, for the first 50 units that facts are about.',
    }),
  })
  .meta({ id: 'ImportOutcome' });

const ImportProgress = z.object({
  step: z.enum(['reading', 'deciding', 'recording']),
  done: count.meta({ description: 'Rows.' }),
  total: count.meta({ description: 'Rows; 0: they are not counted yet.' }),
});

export const ImportView = z
  .object({
    id: Id,
    kind: SheetKindText.nullable().meta({
      description: 'null: the head of the sheet is not read yet, or could not be understood.',
    }),
    state: z
      .enum(['waiting', 'running', 'recorded', 'refused', 'undone'])
      .meta({ description: 'refused: nothing of it counts; `faults` say why.' }),
    progress: ImportProgress.nullable().meta({ description: 'While it is running.' }),
    madeAt: InstantText,
    madeBy: Id.meta({ description: 'The key or person.' }),
    counts: Counts,
    faults: z
      .array(SheetFaultView)
      .optional()
      .meta({ description: 'Of one that was refused, asked for by its id: the first 1,000.' }),
    faultCount: count,
    undoneAt: InstantText.nullable(),
  })
  .meta({ id: 'Import' });

export const ImportsView = z.object({ items: z.array(ImportView) });

export const ImportedQuery = LogQuery.pick({ after: true, limit: true });

export const UndoImport = z.strictObject({ reason: Prose.optional() }).meta({ id: 'UndoImport' });
