import { dayText, occurredText } from '../time/words.js';

/** How milestones are called: their titles by key. */
type Titles = ReadonlyMap<string, string>;

interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Words = (data: Readonly<Record<string, unknown>>, title: string) => string;

const given = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Each type of event as a short sentence. */
const WORDS: Readonly<Record<string, Words>> = {
  'unit.registered': ({ name }) => `Registered as ${given(name) ?? 'a unit'}`,
  'unit.changed': (data) => `Changed: ${Object.keys(data).join(', ')}`,
  'unit.moved': ({ parent }) => (given(parent) ? `Moved under ${given(parent)}` : 'Became a root'),
  'unit.retired': () => 'Closed',
  'unit.reinstated': () => 'Came back',
  'unit.merged': ({ into }) => `Merged into ${String(into)}`,
  'model.added': ({ model, version }) =>
    `Model ${String(model)}, version ${String(version)}, added`,
  'model.adopted': ({ model, version }) => `Version ${String(version)} of ${String(model)} adopted`,
  'milestone.defined': ({ entry }) =>
    `Milestone worded: ${given((entry as { title?: unknown } | undefined)?.title) ?? 'an entry'}`,
  'program.changed': (data) => `Program changed: ${Object.keys(data).join(', ')}`,
  'milestone.achieved': ({ degree }, title) =>
    `Happened${typeof degree === 'number' && degree < 1 ? ` to ${Math.round(degree * 100)} %` : ''}: ${title}`,
  'milestone.lapsed': (_, title) => `Ended: ${title}`,
  'milestone.assessed': ({ outcome }, title) =>
    outcome === 'not-applicable'
      ? `Does not apply here: ${title}`
      : `Looked at, not in place: ${title}`,
  'milestone.waived': ({ expiresOn }, title) =>
    `Accepted without it${given(expiresOn) ? ` until ${dayText(String(expiresOn))}` : ''}: ${title}`,
  'waiver.ended': () => 'A waiver was ended',
  'event.retracted': () => 'A record was taken back',
  'target.set': ({ target, due }) =>
    `Target ${String(target)} planned${given(due) ? ` for ${occurredText(String(due))}` : ', without a date'}`,
  'target.moved': ({ target, due }) =>
    `Target ${String(target)} moved${given(due) ? ` to ${occurredText(String(due))}` : ': it has no date any more'}`,
  'target.dropped': ({ target }) => `Target ${String(target)} dropped`,
  'comment.made': () => 'Comment',
  'recommendation.decided': ({ decision }) => `A recommendation was ${String(decision)}`,
  'alert.acknowledged': () => 'An alert was acknowledged',
  'alert.snoozed': ({ until }) => `An alert was snoozed until ${dayText(String(until))}`,
  'alert.assigned': ({ to }) => `An alert was assigned to ${given(to) ?? 'somebody'}`,
  'alert.resolved': () => 'An alert was resolved',
};

/** The types of events, for those who look for some. */
export const EVENT_TYPES: readonly string[] = Object.keys(WORDS);

/** What an event says, as a short sentence. @param titles of milestones, by key */
export function eventText({ type, data }: Told, titles: Titles): string {
  const milestone = given(data.milestone);
  const title = milestone ? (titles.get(milestone) ?? milestone) : 'A milestone';
  return WORDS[type]?.(data, title) ?? type;
}

/** What somebody wrote with an event: a note, a reason or a comment. */
export function wordsOf({ data }: Told): string | undefined {
  return given(data.note) ?? given(data.reason) ?? given(data.text);
}
