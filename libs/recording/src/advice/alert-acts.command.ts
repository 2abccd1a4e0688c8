import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { parseOccurrence } from '#lib/domain';
import type { EventDraft, StoredEvent } from '#lib/event-log';
import type { Known } from '../known.js';
import { type By, Recorder } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { recordAct } from './subject.js';

/** What a person does about an alert. */
export type AlertAct =
  | { readonly act: 'acknowledge' }
  /** `until`: an instant or a day, in the future. */
  | { readonly act: 'snooze'; readonly until: string }
  /** `person`: the id of the account of whoever `to` names. */
  | { readonly act: 'assign'; readonly to: string; readonly person?: string }
  | { readonly act: 'resolve' };

/** Records what a person does about an alert. */
export class ActOnAlert extends Command<StoredEvent> {
  constructor(
    readonly by: By,
    readonly alert: string,
    readonly act: AlertAct,
  ) {
    super();
  }
}

@CommandHandler(ActOnAlert)
export class ActOnAlertHandler implements ICommandHandler<ActOnAlert> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `alert-unknown`, `date-invalid`, `date-in-past` */
  execute({ by, alert, act }: ActOnAlert): Promise<StoredEvent> {
    return recordAct(this.recorder, by, { table: 'alert', id: alert }, (unit, known) => {
      if (act.act === 'snooze') requireFuture(act.until, known);
      return { unit, ...factOf(alert, act) } as EventDraft;
    });
  }
}

function factOf(alert: string, act: AlertAct) {
  switch (act.act) {
    case 'acknowledge':
      return { type: 'alert.acknowledged', data: { alert } };
    case 'snooze':
      return { type: 'alert.snoozed', data: { alert, until: act.until } };
    case 'assign':
      return assigned(alert, act);
    case 'resolve':
      return { type: 'alert.resolved', data: { alert } };
  }
}

function assigned(alert: string, { to, person }: Extract<AlertAct, { act: 'assign' }>) {
  const type = 'alert.assigned';
  if (person === undefined) return { type, data: { alert, to } };
  return { type, data: { alert, to, person }, writers: { to: person } };
}

function requireFuture(until: string, known: Known): void {
  const occurrence = parseOccurrence(until);
  if (!occurrence) {
    throw new Refusal('date-invalid', `"${until}" is not a date that exists.`, '/until');
  }
  if (occurrence.begins <= known.now) {
    throw new Refusal('date-in-past', `"${until}" is over. Give a later date.`, '/until');
  }
}
