/** Types of events that belong together, for choosing. */
export interface EventGroup {
  readonly title: string;
  /** Means all of them, those to come as well; absent: they share no beginning. */
  readonly pattern?: string;
  readonly types: readonly { readonly type: string; readonly text: string }[];
}

const group = (
  title: string,
  pattern: string | undefined,
  texts: Readonly<Record<string, string>>,
): EventGroup => ({
  title,
  ...(pattern ? { pattern } : {}),
  types: Object.entries(texts).map(([type, text]) => ({ type, text })),
});

/** Everything that a subscription can be told, the most wanted first. */
export const EVENT_GROUPS: readonly EventGroup[] = [
  group('Standings', 'standing.*', {
    'standing.changed': 'A unit rose or fell in a maturity model',
  }),
  group('Milestones', 'milestone.*', {
    'milestone.achieved': 'A milestone happened',
    'milestone.lapsed': 'A milestone ended',
    'milestone.assessed': 'Looked at: not in place, or does not apply',
    'milestone.waived': 'Accepted without it',
    'milestone.defined': 'A milestone was worded in the dictionary',
  }),
  group('Alerts', 'alert.*', {
    'alert.opened': 'An alert opened',
    'alert.closed': 'The cause of an alert is gone',
    'alert.acknowledged': 'An alert was acknowledged',
    'alert.snoozed': 'An alert was snoozed',
    'alert.assigned': 'An alert was assigned to somebody',
    'alert.resolved': 'An alert was resolved',
  }),
  group('Targets', 'target.*', {
    'target.set': 'A target was planned, or planned anew',
    'target.moved': 'A target moved to another day',
    'target.late': 'A target became late',
    'target.dropped': 'A target was dropped',
  }),
  group('Units', 'unit.*', {
    'unit.registered': 'A unit was registered',
    'unit.changed': 'A unit was changed',
    'unit.moved': 'A unit moved in the tree',
    'unit.merged': 'A unit was merged into another',
    'unit.retired': 'A unit retired',
    'unit.reinstated': 'A unit came back',
  }),
  group('Integrations', 'notice.*', {
    'notice.opened': 'A source, subscription or channel needs somebody',
    'notice.closed': 'What was wrong with it is gone',
  }),
  group('Corrections', undefined, {
    'event.retracted': 'A record was taken back',
    'waiver.ended': 'A waiver was ended',
  }),
  group('What people say', undefined, {
    'comment.made': 'Somebody commented',
    'recommendation.decided': 'A recommendation was accepted or dismissed',
  }),
  group('The program', undefined, {
    'program.changed': 'The program follows other models or settings',
    'model.added': 'A version of a maturity model was added',
    'model.adopted': 'A version of a maturity model was adopted',
  }),
];

/** What is told of everything, what is to come as well. */
export const EVERYTHING = '*';

const TEXTS: ReadonlyMap<string, string> = new Map(
  EVENT_GROUPS.flatMap(({ types }) => types.map(({ type, text }) => [type, text])),
);

/** What an event is in words; its type where there are none for it. */
export const typeText = (type: string): string =>
  type === 'test' ? 'Test message' : (TEXTS.get(type) ?? type);

/** What a subscription is told, in a line: whole groups by their title, the rest one by one. */
export function eventsText(events: readonly string[]): string {
  if (events.includes(EVERYTHING)) return 'Everything';
  const titles = new Map(
    EVENT_GROUPS.map(({ pattern, title }) => [pattern, `Everything about ${lower(title)}`]),
  );
  return events.map((event) => titles.get(event) ?? typeText(event)).join(' · ');
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Whether a choice contains a type, by itself or by what means it. */
export function isChosen(events: readonly string[], type: string): boolean {
  return events.some(
    (event) =>
      event === EVERYTHING ||
      event === type ||
      (event.endsWith('.*') && type.startsWith(event.slice(0, -1))),
  );
}

/** A choice with all of a group in it, or nothing of it. */
export function withGroup(
  events: readonly string[],
  { pattern, types }: EventGroup,
  on: boolean,
): readonly string[] {
  const names = types.map(({ type }) => type);
  const others = events.filter((event) => event !== pattern && !names.includes(event));
  if (!on) return others;
  return [...others, ...(pattern ? [pattern] : names)];
}

/** A choice with one type more or less; a group that was chosen as a whole is so no longer. */
export function withType(
  events: readonly string[],
  { pattern, types }: EventGroup,
  type: string,
  on: boolean,
): readonly string[] {
  const whole = pattern !== undefined && events.includes(pattern);
  const before = whole
    ? [...events.filter((event) => event !== pattern), ...types.map((one) => one.type)]
    : events;
  const others = before.filter((event) => event !== type);
  return on ? [...others, type] : others;
}
