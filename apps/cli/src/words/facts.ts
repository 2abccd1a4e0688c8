import type { Schemas } from '#lib/client';
import type { Dates } from '../text/dates.js';
import type { About } from './straight.js';

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
  'unit.retired': () => 'retired',
  'unit.reinstated': () => 'came back',
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

/** What an event that names another did to it. */
const STRAIGHT: Readonly<Record<string, (about: About | undefined) => string>> = {
  'event.retracted': (about) => (about?.instead ? 'corrected' : 'retracted'),
  'waiver.ended': () => 'ended',
};

/** Events that name another, when they are named themselves. */
const NAMED: Readonly<Record<string, string>> = {
  'event.retracted': 'a retraction',
  'waiver.ended': 'the end of a waiver',
};

/**
 * What an event says happened, without where and when: `Hub launched: achieved`,
 * `retracted: Hub launched: achieved, Oct 2026 (event 2371)`.
 *
 * @param about what it is about, where it names another event
 */
export function factText(
  event: Event,
  titles: ReadonlyMap<string, string>,
  dates: Dates,
  about?: About,
): string {
  const straight = STRAIGHT[event.type]?.(about);
  if (straight) return `${straight}: ${namedText(about, titles, dates)}`;
  return plainText(event, titles, dates, ': ');
}

function plainText(
  { type, data }: Event,
  titles: ReadonlyMap<string, string>,
  dates: Dates,
  between: string,
): string {
  const milestone = text(data.milestone);
  const deed = DEEDS[type]?.(data);
  if (milestone && deed) {
    const until = text(data.expiresOn);
    return `${titles.get(milestone) ?? milestone}${between}${deed}${until ? ` until ${dates.day(until)}` : ''}`;
  }
  return OTHERS[type]?.(data, dates) ?? type.replaceAll(/[.-]/g, ' ');
}

function namedText(
  about: About | undefined,
  titles: ReadonlyMap<string, string>,
  dates: Dates,
): string {
  if (!about?.event) return 'an event that is out of sight';
  const { event, instead } = about;
  const what = NAMED[event.type] ?? plainText(event, titles, dates, ' ');
  const now = instead ? `, now event ${instead.position}` : '';
  return `${what}, ${dates.given(event.occurredAt)} (event ${event.position}${now})`;
}

/** What somebody wrote with it. */
export const wordsOf = ({ data }: Event): string | undefined =>
  text(data.note) ?? text(data.reason) ?? text(data.text);

/** What shows it: `Minutes: https://…`, one text a link. */
export function evidenceTexts({ data }: Event): readonly string[] {
  if (!Array.isArray(data.evidence)) return [];
  return data.evidence.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const [title, url] = ['title' in one && text(one.title), 'url' in one && text(one.url)];
    return title && url && title !== url ? `${title}: ${url}` : url || title || [];
  });
}
