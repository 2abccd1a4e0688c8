import type { Schemas } from '#lib/client';

export type Channel = Schemas['Channel'];
export type Kind = Channel['kind'];
type Severity = Channel['severities'][number];
type Quiet = NonNullable<Channel['quietHours']>;

export const KIND_TEXTS: Readonly<Record<Kind, string>> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
  email: 'E-mail',
};

/** The days of a week as digests name them: 1 is Monday. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Where a channel tells people: "E-mail to ada@example.org", "Slack at hooks.slack.com". */
export function whereText({ kind, to }: Pick<Channel, 'kind' | 'to'>): string {
  if (to === null) return `${KIND_TEXTS[kind]}, its address is gone`;
  if (kind === 'email') return `E-mail to ${to}`;
  return `${KIND_TEXTS[kind]} at ${URL.canParse(to) ? new URL(to).host : to}`;
}

const TOLD: Readonly<Record<Severity, string>> = {
  critical: 'critical alerts',
  warning: 'warnings, standings that fell and targets that are late',
  info: 'standings that rose and what is for information',
};
const ORDER = ['critical', 'warning', 'info'] as const satisfies Severity[];

/** What a channel is told of, by how grave it is. */
export function whatText(severities: readonly Severity[]): string {
  return ORDER.filter((one) => severities.includes(one))
    .map((one) => TOLD[one])
    .join('; ');
}

/** A time zone as people call it: "Berlin time". */
export function zoneText(zone: string): string {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'UTC';
  const place = zone.split('/').at(-1) ?? zone;
  return `${place.replaceAll('_', ' ')} time`;
}

/** When a message comes, to stand in a sentence: "every day at 08:00, Berlin time". */
export function whenText(as: Channel['as']): string {
  if (as === 'at-once') return 'within seconds, six messages an hour at most';
  const { digest, weekday = 1, hour, zone } = as;
  const day = digest === 'daily' ? 'every day' : `every ${WEEKDAYS[weekday - 1] ?? WEEKDAYS[0]}`;
  return `${day} at ${String(hour).padStart(2, '0')}:00, ${zoneText(zone)}`;
}

/** What of a day is quiet: "between 20:00 and 07:00, Berlin time". */
function quietText({ from, to, zone }: Quiet): string {
  return `between ${from} and ${to}, ${zoneText(zone)}`;
}

/** What a channel shall do, as far as its sentence needs it. */
interface Told {
  readonly as: Channel['as'];
  readonly severities: readonly Severity[];
  readonly quietHours: Quiet | null;
  /** Alerts of so many rules alone; null: of every rule. */
  readonly rules: number | null;
  /** The name of the unit that it is about, with those below; null: the whole program. */
  readonly under: string | null;
}

/** When a message comes and what is in it, as sentences. */
export function toldText({ as, severities, quietHours, rules, under }: Told): string {
  if (severities.length === 0) return 'Nothing is chosen, so no message comes.';
  const what = whatText(severities);
  const narrowed =
    rules === null ? '' : `; alerts of ${rules === 1 ? 'one rule' : `${rules} rules`} alone`;
  const where =
    under === null ? 'It is about the whole program.' : `It is about ${under} and all below.`;
  const begin =
    as === 'at-once'
      ? `A message comes ${whenText(as)}, with ${what}`
      : `A digest comes ${whenText(as)}, when something happened since the last: ${what}`;
  const quiet = quietHours
    ? ` Nothing comes ${quietText(quietHours)}; what happened meanwhile follows as one message.`
    : '';
  return `${begin}${narrowed}. ${where}${quiet}`;
}
