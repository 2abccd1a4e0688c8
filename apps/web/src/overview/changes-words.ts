/** What became of a milestone, by the type of the fact. */
const MILESTONES: Readonly<Record<string, string>> = {
  'milestone.achieved': 'happened',
  'milestone.lapsed': 'ended',
  'milestone.assessed': 'was looked at',
  'milestone.waived': 'was waived',
  'waiver.ended': 'is no longer waived',
  'event.retracted': 'was taken back',
  'milestone.defined': 'is worded anew',
};

/** What else a change can rest on. */
const OTHERS: Readonly<Record<string, string>> = {
  'unit.registered': 'The unit was registered',
  'unit.changed': 'The unit was changed',
  'unit.moved': 'The unit moved',
  'unit.merged': 'The unit was merged',
  'unit.retired': 'The unit was closed',
  'unit.reinstated': 'The unit came back',
  'model.adopted': 'Another version of the model was adopted',
  'model.added': 'A version of the model was added',
  'program.changed': 'The program follows other models',
};

/**
 * A fact behind a change: what it is about, and what became of that.
 * @param titles of milestones, by key
 * @param fell whether the unit fell: then what happened once is what counts no longer
 */
export function reasonWords(
  { type, milestone }: { readonly type: string; readonly milestone?: string },
  titles: ReadonlyMap<string, string>,
  fell = false,
): { readonly what: string; readonly became: string } {
  const verb = MILESTONES[type];
  if (!milestone || !verb) return { what: OTHERS[type] ?? 'A fact of the log', became: '' };
  const over = fell && type === 'milestone.achieved';
  return {
    what: titles.get(milestone) ?? milestone,
    became: over ? 'counts no longer; it happened' : verb,
  };
}
