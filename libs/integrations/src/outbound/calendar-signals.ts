import type { Position } from '#lib/domain';
import { newId } from '#lib/platform';
import type { LateTarget, StandingChange } from '#lib/projections';
import { instantText } from './instants.js';
import type { Signal } from './signal.js';

/** What is told of a standing that changed. @param position of the fact that changed it; absent: the calendar did */
export function changeSignal(change: StandingChange, position?: Position): Signal {
  const { unit, model, from, to, at } = change;
  const told = { unit, model, from, to, at: instantText(at) };
  const id = `${position ?? instantText(at)}/${unit}/${model}`;
  const signal: Signal = { type: 'standing.changed', unit, at, data: { id, told } };
  return position === undefined ? signal : { ...signal, position };
}

/** What is told of a target whose day is over without its being reached. */
export function lateSignal({ unit, target, title, due, deadline }: LateTarget): Signal {
  const told = { unit, target, title, due };
  return { type: 'target.late', unit, at: deadline, data: { id: newId(), told } };
}
