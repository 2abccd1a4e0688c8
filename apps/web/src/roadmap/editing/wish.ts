import type { Schemas } from '#lib/client';
import { readWhen } from '../../recording/when.js';
import type { PlannedRow } from '../timeline/rows.js';

export type GoalKind = Schemas['TargetGoal']['kind'];

/** What is entered into the form of a target, as it is entered. */
export interface TargetDraft {
  readonly unit: string;
  readonly kind: GoalKind;
  readonly milestone: string | null;
  readonly model: string | null;
  readonly stage: string | null;
  readonly dimension: string | null;
  readonly level: string | null;
  /** In percent. */
  readonly share: number | string;
  /** A day, month, quarter or year, as written. */
  readonly due: string;
  readonly aim: boolean;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly reason: string;
}

/** An empty form for a unit, or one with what is planned. */
export function draftOf(unit: string, row?: PlannedRow): TargetDraft {
  const { goal, due = null, owner = null } = row ?? {};
  return {
    unit: row?.unit ?? unit,
    kind: goal?.kind ?? 'milestone',
    milestone: goal?.milestone ?? null,
    model: goal?.model ?? null,
    stage: goal?.stage ?? null,
    dimension: goal?.dimension ?? null,
    level: goal?.level === undefined ? null : String(goal.level),
    share: Math.round((goal?.share ?? 0.8) * 100),
    due: due ?? '',
    aim: row !== undefined && due === null,
    ownerName: owner?.name ?? '',
    ownerEmail: owner?.email ?? '',
    reason: '',
  };
}

/** What is wanted, once enough is chosen. */
export function goalOf(draft: TargetDraft): Schemas['TargetGoal'] | undefined {
  const { kind, milestone, model, stage, dimension, level, share } = draft;
  if (kind === 'milestone') return milestone ? { kind, milestone } : undefined;
  if (!model) return undefined;
  if (kind === 'level') {
    return dimension && level ? { kind, model, dimension, level: Number(level) } : undefined;
  }
  if (!stage) return undefined;
  if (kind === 'stage') return { kind, model, stage };
  const part = Number(share) / 100;
  return part > 0 && part <= 1 ? { kind, model, stage, share: part } : undefined;
}

/** What still has to be entered, by field; empty when it can be sent. */
export function faultsOf(draft: TargetDraft): Readonly<Partial<Record<keyof TargetDraft, string>>> {
  const { kind, aim, due, ownerName, ownerEmail } = draft;
  const faults: Partial<Record<keyof TargetDraft, string>> = {};
  const asked: Readonly<Record<GoalKind, readonly (keyof TargetDraft)[]>> = {
    milestone: ['milestone'],
    stage: ['model', 'stage'],
    level: ['model', 'dimension', 'level'],
    share: ['model', 'stage', 'share'],
  };
  for (const field of asked[kind]) if (!draft[field]) faults[field] = 'Choose one.';
  if (kind === 'share' && !(Number(draft.share) > 0 && Number(draft.share) <= 100)) {
    faults.share = 'A share lies above 0 and up to 100 %.';
  }
  if (!aim && !dueOf(draft)) {
    faults.due = due.trim()
      ? 'Not understood. Write a day, a month, a quarter or a year: 2027-03-31, March 2027, Q1 2027, 2027.'
      : 'Say by when, or make it an aim.';
  }
  if (ownerEmail.trim() && !ownerName.trim()) faults.ownerName = 'Say who that is.';
  if (ownerName.trim() && !ownerEmail.trim()) faults.ownerEmail = 'Give their e-mail address.';
  return faults;
}

/** The date as the api takes it; null for an aim, undefined where it is not understood. */
export function dueOf({ aim, due }: TargetDraft): string | null | undefined {
  if (aim) return null;
  return readWhen(due, { now: new Date() })?.given;
}

/** What is sent: the goal where it is new or differs, the date, the owner and why. */
export function bodyOf(
  draft: TargetDraft,
  withGoal: boolean,
): Schemas['PutTarget'] & Schemas['PutShareTarget'] {
  const { ownerName, ownerEmail, reason } = draft;
  const { kind: _, ...goal } = goalOf(draft) ?? { kind: draft.kind };
  const owner = ownerEmail.trim() ? { name: ownerName.trim(), email: ownerEmail.trim() } : null;
  return {
    ...(withGoal ? goal : {}),
    due: dueOf(draft) ?? null,
    owner,
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
}

/** Which field a fault of the api belongs to. @param pointer as the api gives it */
export function fieldOf(pointer: string): keyof TargetDraft | undefined {
  const fields: Readonly<Record<string, keyof TargetDraft>> = {
    '/milestone': 'milestone',
    '/model': 'model',
    '/stage': 'stage',
    '/dimension': 'dimension',
    '/level': 'level',
    '/share': 'share',
    '/due': 'due',
    '/owner/name': 'ownerName',
    '/owner/email': 'ownerEmail',
    '/reason': 'reason',
  };
  return fields[pointer];
}
