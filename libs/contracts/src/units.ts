import { z } from 'zod';
import { AsOf, OccurredAt } from './dates.js';
import { Flag, page } from './lists.js';
import { EventView } from './recording.js';
import { StandingView } from './standing.js';
import {
  Email,
  Kind,
  MilestoneKeyText,
  ModelIdText,
  Name,
  Prose,
  Tag,
  text,
  UnitKeyText,
} from './text.js';

export const OwnerText = z.strictObject({ name: Name, email: Email }).meta({ id: 'Owner' });

const unitFields = {
  name: Name.optional(),
  kind: Kind.optional(),
  parent: UnitKeyText.nullable().optional(),
  models: z.array(ModelIdText).max(100).optional(),
  tags: z.array(Tag).max(50).optional(),
  owner: OwnerText.nullable().optional(),
  occurredAt: OccurredAt.optional(),
};

export const PutUnit = z.strictObject(unitFields).meta({
  id: 'PutUnit',
  description:
    'A new unit needs `name` and `kind`. Fields left out of a later PUT stay as they were; `parent: null` makes a root; `models: []` follows the parent again; `owner: null` takes the owner away. `occurredAt` dates the registration or the change.',
});

export const RegisterUnits = z
  .strictObject({
    units: z
      .array(z.strictObject({ unit: UnitKeyText, ...unitFields }))
      .min(1)
      .max(1000, 'At most 1,000 units at once.'),
  })
  .meta({
    id: 'RegisterUnits',
    description: 'Parents before children; all of it is recorded, or nothing.',
  });

export const MergeUnit = z
  .strictObject({
    into: UnitKeyText,
    carry: z
      .array(MilestoneKeyText)
      .max(200, 'At most 200 milestones.')
      .optional()
      .meta({ description: 'Milestones of the unit that its heir shall hold from then on.' }),
    occurredAt: OccurredAt.optional(),
  })
  .meta({
    id: 'MergeUnit',
    description:
      'The units below come under `into`, the unit is retired, and `into` holds the milestones of `carry`, each by a fact that says where it comes from: dated at the merger, and as old as what it rests on.',
  });

export const MergedView = z
  .object({
    unit: UnitKeyText,
    into: UnitKeyText,
    event: EventView,
    moved: z.array(UnitKeyText).meta({ description: 'The units that came under `into`.' }),
    carried: z.array(EventView).meta({
      description:
        'The new facts of `into`; `data.carriedFrom` names unit and event of the origin.',
    }),
    alreadyHeld: z.array(MilestoneKeyText).meta({
      description: 'Of `carry`: what `into` held by itself, as far and as long at least.',
    }),
    standings: z.array(StandingView).meta({ description: 'Of `into`, after the merger.' }),
  })
  .meta({ id: 'Merged' });

export const UnitView = z
  .object({
    unit: UnitKeyText,
    name: z.string(),
    kind: z.string(),
    parent: UnitKeyText.nullable(),
    models: z
      .array(ModelIdText)
      .meta({ description: 'Its own; empty: it follows its parent’s, or the program’s.' }),
    tags: z.array(z.string()),
    owner: z.object({ name: z.string(), email: z.string() }).nullable(),
    retired: z.boolean(),
    version: z.number().int().min(1),
  })
  .meta({ id: 'Unit' });

const Children = z
  .number()
  .int()
  .min(0)
  .meta({ description: 'How many units lie right under it, retired ones left out.' });

export const UnitMoment = z.strictObject({ asOf: AsOf.optional(), knownAt: AsOf.optional() });

export const UnitInTreeView = UnitView.extend({
  path: z
    .array(z.object({ unit: UnitKeyText, name: z.string() }))
    .meta({ description: 'The units above it that are in sight, from the topmost down.' }),
  children: Children,
}).meta({ id: 'UnitInTree' });

export const UnitEntryView = UnitView.extend({
  children: Children.optional().meta({ description: 'With `top` and `parent` only.' }),
}).meta({ id: 'UnitEntry' });

export const RegisteredUnits = z.object({ units: z.array(UnitView) });

const MOST_KEYS = 100;

const KeyList = text(MOST_KEYS * 65)
  .transform((list) => list.split(','))
  .pipe(z.array(UnitKeyText).max(MOST_KEYS, `Ask for at most ${MOST_KEYS} keys at once.`));

export const UnitFilter = z
  .strictObject({
    under: UnitKeyText.optional(),
    kind: Kind.optional(),
    tag: Tag.optional(),
    owner: text(254).optional(),
    q: text(200).optional(),
    keys: KeyList.optional().meta({
      description: 'Some by their keys, at most 100, with commas; those out of sight are left out.',
    }),
    top: Flag.meta({ description: 'The topmost units in sight.' }),
    parent: UnitKeyText.optional().meta({ description: 'The units right under this one.' }),
    asOf: AsOf.optional(),
    knownAt: AsOf.optional(),
    ...page,
  })
  .refine(({ top, parent }) => !(top && parent !== undefined), {
    path: ['top'],
    error: 'Ask for `top` or for `parent`, not for both.',
  })
  .refine((filter) => !isLevel(filter) || NARROWING.every((one) => filter[one] === undefined), {
    path: ['top'],
    error:
      '`top` and `parent` answer a whole level: leave out under, kind, tag, owner, q and keys.',
  })
  .refine((filter) => isLevel(filter) || (filter.asOf ?? filter.knownAt) === undefined, {
    path: ['asOf'],
    error: 'Times go with `top` or `parent`; the other lists are of now.',
  });

const NARROWING = ['under', 'kind', 'tag', 'owner', 'q', 'keys'] as const;

/** Whether a list of units is one level of the tree. */
export function isLevel(filter: {
  readonly top: boolean;
  readonly parent?: string | undefined;
}): boolean {
  return filter.top || filter.parent !== undefined;
}

export const RetireUnit = z.strictObject({ occurredAt: OccurredAt.optional() });

export const ReinstateUnit = z
  .strictObject({ occurredAt: OccurredAt.optional(), reason: Prose.optional() })
  .meta({ id: 'ReinstateUnit' });
