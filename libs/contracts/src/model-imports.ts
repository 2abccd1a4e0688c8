import { z } from 'zod';
import { ModelView, UpgradesView } from './catalogue.js';
import { Flag } from './lists.js';
import { MilestoneKeyText, ModelIdText, text, UnitKeyText } from './text.js';

const MOST_FILES = 1000;
const LONGEST_FILE = 5 * 1024 * 1024;

export const ModelImportQuery = z.strictObject({
  from: z
    .enum(['dsomm', 'samm', 'sheet'], 'One of dsomm, samm, sheet.')
    .meta({ description: 'What the files are.' }),
  dryRun: Flag,
  crosswalk: Flag.meta({
    description: 'Activities of DSOMM count in SAMM where they refer to it.',
  }),
});

const ImportedFile = z.strictObject({
  path: text(300).meta({
    description: 'Relative, parts joined by "/": the folders of SAMM tell what a file is.',
  }),
  text: z.string().max(LONGEST_FILE).optional(),
  base64: z
    .base64('Not base64.')
    .max(LONGEST_FILE)
    .optional()
    .meta({ description: 'Instead of `text`, for workbooks.' }),
});

export const ModelImport = z
  .strictObject({
    files: z
      .array(ImportedFile)
      .min(1, 'Send at least one file.')
      .max(MOST_FILES, `At most ${MOST_FILES} files are read.`),
    model: z
      .strictObject({ id: ModelIdText.optional(), title: text(200).optional() })
      .optional()
      .meta({ description: 'What the model is called; a sheet is called like its file.' }),
    teams: z
      .record(text(200), UnitKeyText)
      .optional()
      .meta({ description: 'The unit of each team whose progress is recorded.' }),
  })
  .meta({ id: 'ModelImport' });

const Statement = z.object({ id: z.string(), says: z.string(), place: z.string() });
const Remark = z.object({
  file: z.string().optional(),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  pointer: z.string(),
  message: z.string(),
});
const Entry = z.object({ key: MilestoneKeyText, title: z.string() });
const count = z.number().int().min(0);

const ImportedModel = z.object({
  model: ModelIdText,
  version: z.number().int().min(1),
  title: z.string(),
  policy: z.enum(['gates', 'dimensions', 'checklist', 'scored']),
  outcome: z.enum(['new', 'next', 'same']).meta({
    description: '`new`: in force at once. `next`: when it is adopted. `same`: nothing changed.',
  }),
  reads: ModelView.optional().meta({ description: 'Dry run only: the model as it would read.' }),
  change: z
    .object({
      from: z.number().int().min(1),
      statements: z.object({
        added: z.array(Statement),
        removed: z.array(Statement),
        reworded: z.array(Statement.extend({ said: z.string() })),
        moved: z.array(Statement.extend({ from: z.string() })),
        asked: z.array(Statement),
      }),
      units: z.object({
        items: UpgradesView.shape.items,
        more: z.boolean(),
      }),
    })
    .optional()
    .meta({ description: 'Dry run only: what is otherwise than in the version in force.' }),
});

export const ImportedModels = z
  .object({
    dryRun: z.boolean(),
    models: z.array(ImportedModel),
    milestones: z
      .object({ new: z.array(Entry), changed: z.array(Entry), kept: count })
      .optional()
      .meta({ description: 'Dry run only: what becomes of the dictionary.' }),
    progress: z.object({
      recorded: count,
      known: count.meta({ description: 'Recorded by an import before.' }),
      units: z.array(z.object({ unit: UnitKeyText, recorded: count, known: count })),
      otherwise: z
        .array(
          z.object({
            unit: UnitKeyText,
            milestone: MilestoneKeyText,
            occurredAt: z.string(),
            was: z.object({ unit: UnitKeyText, occurredAt: z.string() }),
          }),
        )
        .meta({ description: 'Recorded before for another unit or day; that stays as it is.' }),
      unknownTeams: z
        .array(z.object({ team: z.string(), facts: count }))
        .meta({ description: 'Teams that `teams` gives no unit; nothing is recorded for them.' }),
    }),
    warnings: z
      .array(Remark)
      .meta({ description: 'What was left out or read otherwise than it is written.' }),
    passedOver: z.array(z.string()).meta({ description: 'Files that say nothing of the model.' }),
  })
  .meta({ id: 'ImportedModels' });
