/** What happened, by the type of its event; `%` is where the milestone's title goes. */
const TEXTS: Readonly<Record<string, string>> = {
  'milestone.achieved': '% happened',
  'milestone.lapsed': '% ended',
  'milestone.assessed': '% was looked at',
  'milestone.waived': '% was accepted without it',
  'waiver.ended': 'The waiver of % ended',
  'event.retracted': 'A record of % was taken back',
  'unit.registered': 'The unit was registered',
  'unit.changed': 'The unit was changed',
  'unit.moved': 'The unit moved',
  'unit.merged': 'The unit was merged',
  'unit.retired': 'The unit was closed',
  'unit.reinstated': 'The unit came back',
  'model.adopted': 'Another version of the model was adopted',
  'model.added': 'A version of the model was added',
  'milestone.defined': 'The dictionary words % anew',
  'program.changed': 'The program follows other models',
};

/**
 * A fact behind a change, in words. @param titles of milestones, by key
 * @param fell whether the unit fell: then what once happened is what counts no longer
 */
export function reasonText(
  { type, milestone }: { readonly type: string; readonly milestone?: string },
  titles: ReadonlyMap<string, string>,
  fell = false,
): string {
  const title = milestone ? (titles.get(milestone) ?? `“${milestone}”`) : 'a milestone';
  const over = fell && type === 'milestone.achieved' ? '% counts no longer' : undefined;
  const text = over ?? TEXTS[type] ?? 'A fact of the log';
  return text.replace('%', text.startsWith('%') ? capital(title) : title);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
