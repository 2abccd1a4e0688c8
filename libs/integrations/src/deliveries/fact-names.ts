import type { UnitKey } from '#lib/domain';
import type { MappedFact } from '../mappings/finding.js';

/** What the log names a source by. */
export function originOf(name: string): string {
  return `urn:waymark:source:${name}`;
}

/**
 * What makes a fact the same whichever delivery tells it: what it says. Notes and evidence do not count,
 * since tools reword them.
 */
export function factIdOf(unit: UnitKey, { kind, data }: MappedFact): string {
  const { milestone, occurredAt } = data;
  const { degree, outcome, due } = data as { degree?: number; outcome?: string; due?: string };
  const more = [degree === undefined ? '' : String(degree), outcome ?? '', due ?? ''];
  return [unit, kind, milestone, occurredAt, ...more.filter((part) => part !== '')].join(' ');
}
