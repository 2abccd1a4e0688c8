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

/** What a file is called, whatever the path before it; what turns the direction of a text is no part of a name. */
const FileName = z
  .string()
  .max(1000, 'At most 1,000 characters, and 255 of the name itself.')
  .transform((given) => given.split(/[/\\]/).at(-1) ?? '')
  .pipe(
    text(255).regex(
      /^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u,
      'The name of a file holds no control characters.',
    ),
  );

export const ImportQuery = z.strictObject({
  kind: SheetKindText.optional().meta({ description: 'What the rows are; left out: guessed.' }),
  columns: ColumnsText.optional(),
  sheet: text(100).optional().meta({ description: 'Of a workbook; left out: the first.' }),
  dates: z
    .enum(['dmy', 'mdy'], 'dmy or mdy')
    .optional()
    .meta({ description: 'In which order days are written that are not ISO 8601.' }),
  head: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .meta({ description: 'Which row names the columns; left out: it is found out.' }),
  file: FileName.optional().meta({
    description: 'What the file is called, by which the import is shown; of a path, the last part.',
    examples: ['regions 2025.xlsx'],
  }),
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
  headRow: z.number().int().min(1).meta({ description: 'The row that names the columns.' }),
  rows: count,
  leftOut: z.array(z.object({ row: z.number().int().min(1), text: z.string() })).meta({
    description:
      'What is not read: totals and remarks below the table, and what a row says about a fact that one before it tells.',
  }),
  names: z
    .array(z.object({ written: z.string(), key: z.string() }))
    .meta({ description: 'Names that were read as keys; the first 50.' }),
  nameCount: count,
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

const FaultGroupView = z
  .object({
    column: z.number().int().min(1).optional(),
    head: z.string().optional(),
    message: z.string(),
    cells: z
      .array(z.string())
      .meta({ description: 'The first five different cells, where they are different.' }),
    count,
    rows: z.array(z.number().int().min(1)).meta({ description: 'The first 20 of them.' }),
  })
  .meta({ id: 'SheetFaultGroup' });

const FaultGroups = z.array(FaultGroupView).meta({
  description:
    'All faults, equal ones of a column as one, the most frequent first: 200 groups at most.',
});

export const ImportPreviewView = z
  .object({
    dryRun: z.boolean(),
    id: Id.optional().meta({ description: 'Of the import; absent where nothing was recorded.' }),
    understood: Understood,
    counts: Counts,
    first: z.array(RowView).meta({ description: 'The first 20 rows, as they were understood.' }),
    faults: z.array(SheetFaultView).meta({ description: 'The first 5,000 of them.' }),
    faultGroups: FaultGroups,
    faultCount: count,
    standings: z.array(DifferenceView).meta({
      description: 'Dry run only: what would change, for the first 50 units that facts are about.',
    }),
  })
  .meta({ id: 'ImportOutcome' });

const ImportProgress = z.object({
  step: z.enum(['reading', 'deciding', 'recording', 'undoing']),
  done: count.meta({ description: 'Rows; where it is undone, facts that it recorded.' }),
  total: count.meta({ description: 'The same; 0: they are not counted yet.' }),
});

const UndoTold = z.object({
  taken: count.meta({ description: 'Facts that were taken back.' }),
  left: count.meta({ description: 'Those that stay.' }),
  reasons: z
    .array(z.object({ why: z.string(), count }))
    .meta({ description: 'Why they stay: the first 50 reasons, each with how many.' }),
});

export const ImportView = z
  .object({
    id: Id,
    file: z.string().nullable().meta({ description: 'Its name; null: it was not told.' }),
    kind: SheetKindText.nullable().meta({
      description: 'null: the head of the sheet is not read yet, or could not be understood.',
    }),
    state: z.enum(['waiting', 'running', 'recorded', 'refused', 'undoing', 'undone']).meta({
      description:
        'refused: nothing of it counts; `faults` say why. undoing: it was recorded, and is taken back now.',
    }),
    progress: ImportProgress.nullable().meta({ description: 'While it is running or undone.' }),
    madeAt: InstantText,
    madeBy: Id.meta({ description: 'The key or person.' }),
    counts: Counts,
    faults: z
      .array(SheetFaultView)
      .optional()
      .meta({ description: 'Of one that was refused, asked for by its id: the first 5,000.' }),
    faultGroups: FaultGroups.optional(),
    faultCount: count,
    undoneAt: InstantText.nullable(),
    undo: UndoTold.nullable().meta({
      description: 'What undoing it came to, so far; null: nobody did.',
    }),
  })
  .meta({ id: 'Import' });

export const ImportsView = z.object({ items: z.array(ImportView) });

export const ImportedQuery = LogQuery.pick({ after: true, limit: true });

export const UndoImport = z.strictObject({ reason: Prose.optional() }).meta({ id: 'UndoImport' });
