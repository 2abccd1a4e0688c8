import { z } from 'zod';
import { Day, InstantText } from './dates.js';
import { Id, MilestoneKeyText, ModelIdText, Name, ProgramIdText, UnitKeyText } from './text.js';

export const ChangeProgram = z
  .strictObject({
    name: Name,
    models: z.array(ModelIdText).max(100).optional(),
    headline: ModelIdText.nullable().optional(),
  })
  .meta({
    id: 'ChangeProgram',
    description:
      '`models`: what units without models of their own follow. `headline`: the one that heads the overview.',
  });

export const ProgramView = z
  .object({
    id: ProgramIdText,
    name: z.string(),
    models: z.array(ModelIdText),
    headline: ModelIdText.nullable(),
  })
  .meta({ id: 'Program' });

export const CreateProgram = z
  .strictObject({ id: ProgramIdText, name: Name })
  .meta({ id: 'CreateProgram' });

export const ROLES = [
  'administrator',
  'program-office',
  'executive',
  'integration',
  'auditor',
] as const;

/** The permissions that the scopes of a key are chosen from. */
export const SCOPES = [
  'catalogue',
  'read',
  'emit',
  'record',
  'approve',
  'organise',
  'plan',
  'decide',
  'curate',
  'administer',
  'provision',
  'audit',
  'verify',
  'transfer',
  'erase',
] as const;

export const CreateKey = z
  .strictObject({
    name: Name,
    role: z.enum(ROLES),
    under: UnitKeyText.optional(),
    milestones: z.array(MilestoneKeyText).min(1).max(500).optional(),
    scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length).optional(),
    expiresOn: Day.optional(),
  })
  .meta({
    id: 'CreateKey',
    description:
      '`under` limits the key to a unit and all below it, `milestones` to recording those, `scopes` to some of the permissions of its role. No key can be made that may do more than whoever makes it.',
  });

export const NewKey = z
  .object({ id: Id, key: z.string() })
  .meta({ id: 'NewKey', description: '`key` is shown this once.' });

export const NewProgram = z.object({ program: ProgramIdText, key: z.string() }).meta({
  id: 'NewProgram',
  description: 'A new tenant and its first administrator key, shown this once.',
});

export const KeyView = z
  .object({
    id: Id,
    name: z.string(),
    role: z.string(),
    under: UnitKeyText.nullable(),
    milestones: z.array(MilestoneKeyText).nullable(),
    scopes: z.array(z.string()).nullable(),
    prefix: z.string().meta({ description: 'How the key begins, to tell keys apart.' }),
    serverAdministrator: z.boolean(),
    createdAt: InstantText,
    expiresOn: Day.nullable(),
    revokedAt: InstantText.nullable(),
  })
  .meta({ id: 'Key' });
