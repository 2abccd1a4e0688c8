import { z } from 'zod';
import { DurationText } from './catalogue.js';
import { Day, InstantText } from './dates.js';
import { Id, MilestoneKeyText, ModelIdText, Name, ProgramIdText, UnitKeyText } from './text.js';

export const ChangeProgram = z
  .strictObject({
    name: Name,
    models: z.array(ModelIdText).max(100).optional(),
    headline: ModelIdText.nullable().optional(),
    approvals: z
      .strictObject({ waivers: z.boolean().optional(), corrections: z.boolean().optional() })
      .optional(),
  })
  .meta({
    id: 'ChangeProgram',
    description:
      '`models`: what units without models of their own follow. `headline`: the one that heads the overview. `approvals`: what somebody else has to approve before it is recorded: waivers, and corrections and retractions that change what was more than 30 days ago. What is left out stays.',
  });

export const ProgramView = z
  .object({
    id: ProgramIdText,
    name: z.string(),
    models: z.array(ModelIdText),
    headline: ModelIdText.nullable(),
    approvals: z.object({ waivers: z.boolean(), corrections: z.boolean() }),
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
  'comment',
  'emit',
  'record',
  'approve',
  'organise',
  'plan',
  'decide',
  'curate',
  'integrate',
  'administer',
  'provision',
  'audit',
  'verify',
  'transfer',
  'erase',
] as const;

const RequestsPerSecond = z
  .int()
  .min(1, 'A key needs at least one request per second. Revoke it to stop it.')
  .max(1_000_000, 'Nobody serves more than a million requests per second.');

export const CreateKey = z
  .strictObject({
    name: Name,
    role: z.enum(ROLES),
    under: UnitKeyText.optional(),
    milestones: z.array(MilestoneKeyText).min(1).max(500).optional(),
    scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length).optional(),
    expiresOn: Day.optional(),
    requestsPerSecond: RequestsPerSecond.optional(),
  })
  .meta({
    id: 'CreateKey',
    description:
      '`under` limits the key to a unit and all below it, `milestones` to recording those, `scopes` to some of the permissions of its role. No key can be made that may do more than whoever makes it.',
  });

export const ChangeKey = z
  .strictObject({
    name: Name.optional(),
    expiresOn: Day.nullable().optional(),
    requestsPerSecond: RequestsPerSecond.nullable().optional(),
  })
  .meta({
    id: 'ChangeKey',
    description:
      'What is left out stays. `expiresOn: null`: it does not end; `requestsPerSecond: null`: what the server allows by default.',
  });

export const RotateKey = z
  .strictObject({
    overlap: DurationText.optional(),
  })
  .meta({
    id: 'RotateKey',
    description:
      '`overlap`: how long the old secret stays valid beside the new one, at most P92D; left out, it ends at once.',
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
    madeBy: Id.nullable().meta({ description: 'The key or person; null: the server itself.' }),
    lastUsedAt: InstantText.nullable().meta({ description: 'To within a minute.' }),
    expiresOn: Day.nullable(),
    requestsPerSecond: z
      .number()
      .nullable()
      .meta({ description: 'null: what the server allows by default.' }),
    previousEndsAt: InstantText.nullable().meta({
      description: 'Until when the secret before the last rotation stays valid.',
    }),
    revokedAt: InstantText.nullable(),
  })
  .meta({ id: 'Key' });
