import { EvidenceItem, MilestoneKeyText, UnitKeyText } from '#lib/contracts';
import type { MilestoneKey, UnitKey } from '#lib/domain';
import { parseDue } from '#lib/domain';
import { readDate, readDay } from './cel/dates.js';
import { EvaluationFault, type Expression, Missing, plain, type Sight } from './cel/expression.js';
import type { Finding, MappedFact, UnitSought } from './finding.js';
import type { Rule, Told } from './rule.js';

const LONGEST = { external: 200, note: 4_000, title: 300 } as const;

/** A rule applies, but what it finds is no fact; the message says why, after the rule's name. */
export class Untold extends Error {}

/** The fact that a rule tells of a delivery it applies to. @throws Untold, and as expressions do */
export function tell(rule: Rule, sight: Sight): Finding {
  return { rule: rule.id, unit: unitOf(rule, sight), fact: factOf(rule, sight) };
}

function unitOf({ unit }: Rule, sight: Sight): UnitSought {
  const key = unit.key && textOf(unit.key, sight);
  if (key) {
    const read = UnitKeyText.safeParse(key);
    if (read.success) return { key: read.data as UnitKey };
  }
  // what no unit can have as its key waits for somebody's answer, as what none has does
  const external = unit.external ? textOf(unit.external, sight) : key;
  if (external) return { external: external.slice(0, LONGEST.external).toWellFormed() };
  throw new Untold('found no unit');
}

function factOf(rule: Rule, sight: Sight): MappedFact {
  const milestone = milestoneOf(rule, sight);
  const occurredAt = readDate(plain(rule.occurredAt.evaluate(sight)));
  if (occurredAt === undefined) throw new Untold('found no date of when it happened');
  const note = rule.note && shown(rule.note, sight)?.slice(0, LONGEST.note).toWellFormed();
  const noted = note ? { note } : {};
  const told = { milestone, occurredAt };
  switch (rule.record) {
    case 'achieved': {
      const evidence = evidenceOf(rule, sight);
      const degree = rule.degree && degreeOf(rule.degree, sight);
      const shown = evidence.length > 0 ? { evidence } : {};
      return {
        kind: 'achieved',
        data: { ...told, ...(degree ? { degree } : {}), ...noted, ...shown },
      };
    }
    case 'lapsed':
      return { kind: 'lapsed', data: { ...told, ...(note ? { reason: note } : {}) } };
    case 'assessed':
      return { kind: 'assessed', data: { ...told, outcome: outcomeOf(rule, sight), ...noted } };
    case 'target':
      return { kind: 'target', data: { ...told, due: dueOf(rule, sight) } };
  }
}

function milestoneOf({ milestone }: Rule, sight: Sight): MilestoneKey {
  const key = toldOf(milestone, sight);
  const read = MilestoneKeyText.safeParse(key);
  if (read.success) return read.data as MilestoneKey;
  throw new Untold(`found ${quoted(key)}, which is no milestone key`);
}

function degreeOf(degree: Told<number>, sight: Sight): number {
  const value = toldOf(degree, sight);
  if (typeof value === 'number' && value > 0 && value <= 1) return value;
  throw new Untold(`found the degree ${quoted(value)}, which is no number above 0 up to 1`);
}

function outcomeOf({ outcome }: Rule, sight: Sight): 'no' | 'not-applicable' {
  const value = outcome && toldOf(outcome, sight);
  if (value === 'no' || value === 'not-applicable') return value;
  throw new Untold(
    `found "${String(value).slice(0, 100)}", which is neither no nor not-applicable`,
  );
}

function dueOf({ due }: Rule, sight: Sight): string {
  const day = due && readDay(plain(due.evaluate(sight)));
  if (day !== undefined && parseDue(day)) return day;
  throw new Untold('found no due date');
}

function evidenceOf({ evidence }: Rule, sight: Sight): { title: string; url: string }[] {
  return evidence.flatMap(({ title, url }) => {
    const address = shown(url, sight);
    const named = (shown(title, sight) ?? address)?.slice(0, LONGEST.title).toWellFormed();
    const read = EvidenceItem.safeParse({ title: named, url: address });
    return read.success ? [read.data] : [];
  });
}

function quoted(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 100)}"`;
  return typeof value === 'object' && value !== null ? 'a list or map' : String(value);
}

function toldOf(told: Told<unknown>, sight: Sight): unknown {
  return 'literal' in told ? told.literal : plain(told.found.evaluate(sight));
}

/** What only goes along with a fact is left out where it is not there; the fact stands without it. */
function shown(expression: Expression, sight: Sight): string | undefined {
  try {
    return textOf(expression, sight);
  } catch (error) {
    if (error instanceof Missing || error instanceof EvaluationFault) return undefined;
    throw error;
  }
}

/** A value as a text that can be kept; undefined when there is none. */
function textOf(expression: Expression, sight: Sight): string | undefined {
  const value = plain(expression.evaluate(sight));
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).toWellFormed().replaceAll('\0', '').trim();
  return text === '' ? undefined : text;
}
