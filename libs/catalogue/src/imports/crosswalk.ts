import type { Dictionary, MilestoneEntry } from '#lib/domain';
import type { WrittenMilestone } from '../schema/milestone.schema.js';
import type { WrittenModel } from '../schema/model.schema.js';
import { sammKey } from './samm/activities.js';

/** `I-SB-A-1`, as DSOMM has it, or `I-SB-1-A`, as SAMM has it. */
const PLACE = /^([A-Z])-([A-Z0-9]{1,8})-(?:([A-Z])-(\d)|(\d)-([A-Z]))$/;

/** The name that SAMM gives an activity which a reference means; undefined when it means none. */
export function sammCode(reference: string): string | undefined {
  const [, business, practice, letter, level, level2, letter2] =
    PLACE.exec(reference.trim().toUpperCase()) ?? [];
  if (!business) return undefined;
  return [business, practice, level ?? level2, letter ?? letter2].join('-');
}

/** A SAMM model in which each activity is held, too, when an activity of DSOMM that refers to it is. */
export function crossed<Model extends WrittenModel>(samm: Model, dictionary: Dictionary): Model {
  const implied = impliedIn([...dictionary.values()]);
  const milestones = (samm.milestones ?? []).map((entry): WrittenMilestone => {
    const { impliedBy: _before, ...alone } = entry;
    const keys = implied.get(entry.key);
    return keys ? { ...alone, impliedBy: keys } : alone;
  });
  return { ...samm, milestones };
}

/** How many milestones another may be implied by. @source models/README.md, rule M-4 */
const MOST = 100;

/** Milestones of DSOMM by the milestone of SAMM that they refer to. */
function impliedIn(entries: readonly MilestoneEntry[]): ReadonlyMap<string, string[]> {
  const implied = new Map<string, Set<string>>();
  for (const { key, references } of entries) {
    if (!key.startsWith('dsomm.')) continue;
    for (const reference of references.samm2 ?? []) {
      const code = sammCode(reference);
      if (!code) continue;
      const keys = implied.get(sammKey(code)) ?? new Set();
      implied.set(sammKey(code), keys.add(key));
    }
  }
  return new Map([...implied].map(([key, by]) => [key, [...by].sort().slice(0, MOST)]));
}
