import type { Schemas } from '#lib/client';
import type { Dates } from '../text/dates.js';

type Event = Schemas['Event'];
type Data = Event['data'];

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What each type of event says became of a milestone. */
const DEEDS: Readonly<Record<string, (data: Data) => string>> = {
  'milestone.achieved': ({ degree }) =>
    typeof degree === 'number' && degree < 1
      ? `achieved to ${Math.round(degree * 100)} %`
      : 'achieved',
  'milestone.lapsed': () => 'lapsed',
  'milestone.assessed': ({ outcome }) =>
    outcome === 'not-applicable' ? 'does not apply here' : 'looked at: not in place',
  'milestone.waived': () => 'waived',
};

const OTHERS: Readonly<Record<string, (data: Data, dates: Dates) => string>> = {
  'unit.registered': ({ name }) => `registered as ${text(name) ?? 'a unit'}`,
  'unit.changed': (data) => `changed: ${Object.keys(data).join(', ')}`,
  'unit.moved': ({ parent }) => (text(parent) ? `moved under ${text(parent)}` : 'moved to the top'),
  'unit.merged': ({ into }) => `merged into ${String(into)}`,
  'model.added': ({ model, version }) =>
    `model ${String(model)}, version ${String(version)}, added`,
  'model.adopted': ({ model, version }) => `version ${String(version)} of ${String(model)} adopted`,
  'target.set': ({ target, due }, dates) =>
    `target ${String(target)} set${text(due) ? `, due ${dates.given(String(due))}` : ', without a date'}`,
  'target.moved': ({ target, due }, dates) =>
    `target ${String(target)} moved${text(due) ? ` to ${dates.given(String(due))}` : ': no date any more'}`,
  'target.dropped': ({ target }) => `target ${String(target)} dropped`,
  'recommendation.decided': ({ decision }) => `a recommendation ${String(decision)}`,
  'alert.assigned': ({ to }) => `an alert assigned to ${text(to) ?? 'somebody'}`,
};

/** What an event says happened, without where and when: `Hub launched: achieved`. */
export function factText(
  { type, data }: Event,
  titles: ReadonlyMap<string, string>,
  dates: Dates,
): string {
  const milestone = text(data.milestone);
  const deed = DEEDS[type]?.(data);
  if (milestone && deed) {
    const until = text(data.expiresOn);
    return `${titles.get(milestone) ?? milestone}: ${deed}${until ? ` until ${dates.day(until)}` : ''}`;
  }
  return OTHERS[type]?.(data, dates) ?? type.replaceAll(/[.-]/g, ' ');
}

/** What somebody wrote with it. */
export const wordsOf = ({ data }: Event): string | undefined =>
  text(data.note) ?? text(data.reason) ?? text(data.text);
