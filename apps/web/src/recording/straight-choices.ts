import type { Schemas } from '#lib/client';
import type { Fact } from './facts.js';
import type { EvidenceRow } from './log-row.js';
import { type Reader, readWhen } from './when.js';

/** What can be right instead of what is recorded. */
export type Straight = 'ended' | 'never' | 'date' | 'not-applicable' | 'waived' | 'until' | 'other';

/** One answer to "what is right?", in plain words. */
export interface Choice {
  readonly straight: Straight;
  readonly label: string;
  readonly says: string;
  /** Whether it is said of the unit that is looked at, and not of the one it was recorded in. */
  readonly here: boolean;
}

const NOT_HERE: Choice = {
  straight: 'not-applicable',
  label: 'It does not apply here',
  says: 'No model counts it for or against this unit from then on.',
  here: true,
};
const WAIVED: Choice = {
  straight: 'waived',
  label: 'Accepted without it',
  says: 'It counts as met by decision, and says so everywhere.',
  here: true,
};
const choice = (straight: Straight, label: string, says: string): Choice => ({
  straight,
  label,
  says,
  here: false,
});
const KEPT = 'The record stays in the log, struck through, and stops counting.';
const ANEW = 'It is recorded anew with the right date; the old record is struck through.';

const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  'milestone.achieved': [
    choice('ended', 'It ended', 'It was true, and from some day on no longer is.'),
    choice('never', 'It never happened', KEPT),
    choice('date', 'The date was different', ANEW),
    NOT_HERE,
    WAIVED,
    choice('other', 'Something else was different', 'How far it was, the note or the evidence.'),
  ],
  'milestone.lapsed': [
    choice('never', 'It never ended', KEPT),
    choice('date', 'The date was different', ANEW),
    NOT_HERE,
    WAIVED,
  ],
  'milestone.assessed': [
    choice('never', 'It was recorded in error', KEPT),
    choice('date', 'The date was different', ANEW),
    choice('other', 'Something else was different', 'What was found, or the note.'),
    WAIVED,
  ],
  'milestone.waived': [
    choice('ended', 'It is no longer accepted', 'The waiver ends; what was until then stays.'),
    choice('never', 'It was never accepted', KEPT),
    choice('date', 'It was accepted from another day', ANEW),
    choice('until', 'It is accepted until another day', 'Or without an end.'),
  ],
  'waiver.ended': [
    choice('never', 'It is still accepted', KEPT),
    choice('date', 'The date was different', ANEW),
  ],
  'event.retracted': [
    choice('never', 'It did happen after all', 'What was struck through counts again.'),
  ],
};

const OTHERS = [
  choice('never', 'It never happened', KEPT),
  choice('date', 'The date was different', ANEW),
];

/** What can be said of an event; of a milestone that nothing is recorded about where it is absent. */
export function choicesFor(event: Pick<Schemas['Event'], 'type'> | undefined): readonly Choice[] {
  return event ? (CHOICES[event.type] ?? OTHERS) : [NOT_HERE, WAIVED];
}

/** What is typed into the dialog. */
export interface StraightForm {
  readonly when: string;
  readonly reason: string;
  /** The last day of a waiver; empty: without an end. */
  readonly until: string;
  /** In percent; empty: wholly. */
  readonly degree: string;
  readonly note: string;
  readonly evidence: readonly EvidenceRow[];
  readonly outcome: 'no' | 'not-applicable';
}

/** What is wrong with it, by field. */
export type StraightFaults = Partial<Record<keyof StraightForm, string>>;

/** The fact that sets the record straight, or what is missing. */
export type ReadStraight =
  | { readonly ok: true; readonly fact: Fact }
  | { readonly ok: false; readonly faults: StraightFaults };

interface About {
  readonly event: Schemas['Event'] | undefined;
  readonly milestone: string;
  readonly reader: Reader;
}

const fault = (field: keyof StraightForm, says: string): ReadStraight => ({
  ok: false,
  faults: { [field]: says },
});
const NO_DATE = 'Write a day, month, quarter or year: today, 2024-03-05, March 2024 …';
const NO_REASON = 'Say why: it stays beside the record.';

/** Reads the dialog. */
export function readStraight(straight: Straight, form: StraightForm, about: About): ReadStraight {
  const reason = form.reason.trim();
  const when = readWhen(form.when, about.reader);
  const dated = straight !== 'never' && straight !== 'until' && straight !== 'other';
  const silent = straight === 'not-applicable' || isLapse(straight, about);
  const faults: StraightFaults = {
    ...(dated && !when ? { when: NO_DATE } : {}),
    ...(dated && when?.future ? { when: 'This date lies in the future.' } : {}),
    ...(!silent && reason === '' ? { reason: NO_REASON } : {}),
  };
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  return factOf(straight, form, about, reason, when?.given ?? '');
}

const isLapse = (straight: Straight, { event }: About) =>
  straight === 'ended' && event?.type !== 'milestone.waived';

function factOf(
  straight: Straight,
  form: StraightForm,
  about: About,
  reason: string,
  occurredAt: string,
): ReadStraight {
  const { event, milestone } = about;
  const said = reason ? { reason } : {};
  const until = lastDayOf(form.until, about.reader);
  const noted = reason ? { note: reason } : {};
  if (straight === 'not-applicable') {
    const body = { milestone, outcome: 'not-applicable' as const, occurredAt, ...noted };
    return { ok: true, fact: { kind: 'assessed', body } };
  }
  if ((straight === 'waived' || straight === 'until') && until === undefined) {
    return fault('until', 'Write a day, or leave it empty: no end.');
  }
  if (straight === 'waived') {
    const ends = until ? { expiresOn: until } : {};
    return { ok: true, fact: { kind: 'waived', body: { milestone, reason, occurredAt, ...ends } } };
  }
  if (isLapse(straight, about)) {
    return { ok: true, fact: { kind: 'lapsed', body: { milestone, occurredAt, ...said } } };
  }
  if (!event) return fault('reason', 'Nothing is recorded that could be changed.');
  const { id } = event;
  if (straight === 'ended') {
    return {
      ok: true,
      fact: { kind: 'waiver-ended', event: id, body: { reason, occurredAt } },
    };
  }
  if (straight === 'never') {
    return { ok: true, fact: { kind: 'retracted', body: { event: id, reason } } };
  }
  const base = { event: id, reason };
  if (straight === 'date') {
    return { ok: true, fact: { kind: 'corrected', body: { ...base, occurredAt } } };
  }
  if (straight === 'until') {
    const body = { ...base, expiresOn: until === '' ? null : (until ?? null) };
    return { ok: true, fact: { kind: 'corrected', body } };
  }
  return otherFields(form, event, base);
}

/** A day; empty where nothing is written, undefined where it is no day. */
function lastDayOf(written: string, reader: Reader): string | undefined {
  if (written.trim() === '') return '';
  const read = readWhen(written, reader);
  return read && (read.countsFrom ?? read.given);
}

type Corrected = Schemas['Correct'];

function otherFields(
  form: StraightForm,
  event: Schemas['Event'],
  base: Pick<Corrected, 'event' | 'reason'>,
): ReadStraight {
  const links = form.evidence.filter(({ url, title }) => url.trim() !== '' || title.trim() !== '');
  if (links.some(({ url }) => !/^https?:\/\/\S+$/i.test(url.trim()))) {
    return fault('evidence', 'Each link begins with http:// or https://.');
  }
  const degree = form.degree.trim() === '' ? 1 : Number(form.degree) / 100;
  if (!(degree > 0 && degree <= 1)) {
    return fault('degree', 'Give a percentage above 0 and up to 100.');
  }
  const was = formOf(event);
  const evidence = links.map(({ title, url }) => ({
    title: title.trim() || url.trim(),
    url: url.trim(),
  }));
  const changes: Partial<Corrected> = {
    ...(form.note.trim() === was.note ? {} : { note: form.note.trim() || null }),
    ...(form.degree.trim() === was.degree ? {} : { degree: degree === 1 ? null : degree }),
    ...(sameLinks(form.evidence, was.evidence)
      ? {}
      : { evidence: evidence.length > 0 ? evidence : null }),
    ...(form.outcome === was.outcome ? {} : { outcome: form.outcome }),
  };
  if (Object.keys(changes).length === 0) return fault('note', 'Change what was different.');
  return { ok: true, fact: { kind: 'corrected', body: { ...base, ...changes } } };
}

const sameLinks = (one: readonly EvidenceRow[], other: readonly EvidenceRow[]) =>
  JSON.stringify(one.map(({ title, url }) => [title, url])) ===
  JSON.stringify(other.map(({ title, url }) => [title, url]));

/** The dialog as it begins: with what is recorded. @param event absent: nothing is */
export function formOf(event: Schemas['Event'] | undefined): StraightForm {
  const { degree, note, evidence, outcome, expiresOn } = (event?.data ?? {}) as {
    readonly degree?: unknown;
    readonly note?: unknown;
    readonly evidence?: unknown;
    readonly outcome?: unknown;
    readonly expiresOn?: unknown;
  };
  const links = Array.isArray(evidence) ? (evidence as Schemas['Evidence'][]) : [];
  return {
    when: 'today',
    reason: '',
    until: typeof expiresOn === 'string' ? expiresOn : '',
    degree: typeof degree === 'number' && degree < 1 ? String(Math.round(degree * 100)) : '',
    note: typeof note === 'string' ? note : '',
    evidence: links.map(({ title, url }, index) => ({ id: String(index), title, url })),
    outcome: outcome === 'not-applicable' ? 'not-applicable' : 'no',
  };
}
