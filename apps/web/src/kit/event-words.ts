import { dayText, occurredText } from '../time/words.js';

/** How milestones are called: their titles by key. */
export type Titles = ReadonlyMap<string, string>;

type Data = Readonly<Record<string, unknown>>;

/** An event, as far as its words need it. */
interface Told {
  readonly type: string;
  readonly data: Data;
}

/** A fact of which no more is known than what it is about, as comparisons give it. */
interface Reason {
  readonly type: string;
  readonly milestone?: string;
}

const given = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What each type of event says became of a milestone: "happened". */
const DEEDS: Readonly<Record<string, (data: Data) => string>> = {
  'milestone.achieved': ({ degree }) =>
    typeof degree === 'number' && degree < 1
      ? `happened to ${Math.round(degree * 100)} %`
      : 'happened',
  'milestone.lapsed': () => 'ended',
  'milestone.assessed': ({ outcome }) =>
    outcome === undefined
      ? 'looked at'
      : outcome === 'not-applicable'
        ? 'does not apply here'
        : 'looked at, not in place',
  'milestone.waived': () => 'accepted without it',
  'waiver.ended': () => 'no longer accepted without it',
  'event.retracted': () => 'taken back',
};

/** Events that are about something else than a milestone, each as a sentence. */
const SENTENCES: Readonly<Record<string, (data: Data) => string>> = {
  'waiver.ended': () => 'A waiver was ended',
  'event.retracted': () => 'A record was taken back',
  'unit.registered': ({ name }) => `Registered as ${given(name) ?? 'a unit'}`,
  'unit.changed': (data) => `Changed: ${Object.keys(data).join(', ')}`,
  'unit.moved': ({ parent }) =>
    given(parent) ? `Moved under ${given(parent)}` : 'Moved to the top',
  'unit.retired': () => 'Retired',
  'unit.reinstated': () => 'Came back',
  'unit.merged': ({ into }) => `Merged into ${String(into)}`,
  'model.added': ({ model, version }) =>
    `Model ${String(model)}, version ${String(version)}, added`,
  'model.adopted': ({ model, version }) => `Version ${String(version)} of ${String(model)} adopted`,
  'milestone.defined': ({ entry }) =>
    `Milestone worded: ${given((entry as { title?: unknown } | undefined)?.title) ?? 'an entry'}`,
  'program.changed': (data) => `Program changed: ${Object.keys(data).join(', ')}`,
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

/** What a reason that is about no milestone says, where its data is not known. */
const REASONS: Readonly<Record<string, string>> = {
  'unit.registered': 'The unit was registered',
  'unit.changed': 'The unit was changed',
  'unit.moved': 'The unit moved',
  'unit.merged': 'The unit was merged',
  'unit.retired': 'The unit was retired',
  'unit.reinstated': 'The unit came back',
  'model.adopted': 'Another version of the model was adopted',
  'model.added': 'A version of the model was added',
  'program.changed': 'The program follows other models',
};

/** The types of events, for those who look for some. */
export const EVENT_TYPES: readonly string[] = [
  ...new Set([...Object.keys(DEEDS), ...Object.keys(SENTENCES)]),
].sort();

/** The milestone that an event is about; empty where it is about none. */
export const milestoneOf = ({ data }: Pick<Told, 'data'>): string => given(data.milestone) ?? '';

/**
 * What an event says became of its milestone, to stand behind that: "ended"; empty where it is about
 * none.
 */
export const deedText = ({ type, data }: Told): string => DEEDS[type]?.(data) ?? '';

/** What an event says, as a short sentence: "Happened: Hub launched". */
export function eventText(event: Told, titles: Titles): string {
  const { type, data } = event;
  const milestone = milestoneOf(event);
  if (!milestone) return SENTENCES[type]?.(data) ?? type;
  const deed = deedText(event);
  if (!deed) return SENTENCES[type]?.(data) ?? type;
  const until = given(data.expiresOn);
  const limited = until ? `${deed} until ${dayText(until)}` : deed;
  const title = titles.get(milestone) ?? milestone;
  return `${limited.charAt(0).toUpperCase()}${limited.slice(1)}: ${title}`;
}

/** What an event says happened, and when, where its milestone is named beside it: "ended, 2024". */
export function recordText(event: Told & { readonly occurredAt: string }): string {
  const deed = deedText(event) || event.type.replaceAll(/[.-]/g, ' ');
  return `${deed}, ${occurredText(event.occurredAt)}`;
}

/**
 * A fact behind a change: what it is about, and what became of that.
 * @param fell whether the unit fell: then what happened once is what counts no longer
 */
export function reasonWords(
  { type, milestone }: Reason,
  titles: Titles,
  fell = false,
): { readonly what: string; readonly became: string } {
  const deed = type === 'milestone.defined' ? 'worded anew' : deedText({ type, data: {} });
  if (!milestone || !deed) return { what: REASONS[type] ?? 'A fact of the log', became: '' };
  const over = fell && type === 'milestone.achieved';
  return {
    what: titles.get(milestone) ?? milestone,
    became: over ? 'counts no longer; it happened' : deed,
  };
}

/** What somebody wrote with an event: a note, a reason or a comment. */
export function wordsOf({ data }: Told): string | undefined {
  return given(data.note) ?? given(data.reason) ?? given(data.text);
}
