import { EvaluationFault, type Expression, Missing, plain, type Sight } from './cel/expression.js';
import { METER, StepsSpent } from './cel/meter.js';
import { evaluable } from './cel/payload.js';
import type { Finding, Reading } from './finding.js';
import { tell, Untold } from './tell.js';
import type { Rule } from './rule.js';
import type { ToolDelivery } from './tool-delivery.js';

/** Steps that one delivery may cost; a rule takes some twenty. */
const MOST_STEPS = 100_000;
/** Facts that one delivery may tell. */
const MOST_FINDINGS = 200;
const MOST_REMARKS = 20;

/**
 * What a mapping makes of a delivery. The same delivery always gives the same answer, and in time: what
 * would take too many steps, or tell too many facts, tells none.
 */
export function applyMapping(rules: readonly Rule[], delivery: ToolDelivery): Reading {
  const notes = new Notes();
  const findings = new Map<string, Finding>();
  const sight: Sight = {
    payload: evaluable(delivery.payload),
    headers: delivery.headers,
    event: delivery.event,
    received: new Date(delivery.receivedAt),
  };
  METER.refill(MOST_STEPS);
  for (const rule of rules) {
    try {
      for (const finding of found(rule, sight, notes)) {
        findings.set(JSON.stringify(finding), finding);
        if (findings.size > MOST_FINDINGS) return nothing(tooMany(rule));
      }
    } catch (error) {
      if (!(error instanceof StepsSpent)) throw error;
      return nothing(tooLong(rule));
    }
  }
  const { remarks } = notes;
  if (findings.size > 0) return { findings: [...findings.values()], remarks };
  return { findings: [], remarks, ignored: notes.because(delivery) };
}

/** What was in the way of rules. */
class Notes {
  readonly remarks: string[] = [];
  private readonly passed: string[] = [];
  private readonly idle: string[] = [];

  /** A rule applied, but did not come to a fact. */
  remark(rule: Rule, why: string): void {
    keep(this.remarks, sentence(rule, why));
  }

  /** Whether a rule applies could not be said. */
  pass(rule: Rule, why: string): void {
    keep(this.passed, sentence(rule, why));
  }

  /** A rule speaks of such events, but not of this one. */
  spare(rule: Rule, why: string): void {
    keep(this.idle, sentence(rule, why));
  }

  because({ kind, event }: ToolDelivery): string {
    const why = [...this.remarks, ...this.passed];
    if (why.length > 0) return why.join(' ');
    if (kind === 'github' && event === 'ping') return 'GitHub’s hello: it reaches Waymark.';
    return [`No rule applies to "${event.slice(0, 100)}".`, ...this.idle].join(' ');
  }
}

function keep(sentences: string[], one: string): void {
  if (sentences.length < MOST_REMARKS && !sentences.includes(one)) sentences.push(one);
}

function found(rule: Rule, common: Sight, notes: Notes): readonly Finding[] {
  const sight = rule.parameters ? { ...common, with: rule.parameters } : common;
  const pass = (why: string) => notes.pass(rule, why);
  const applies = attempt(() => conditionOf(rule, sight), pass);
  const isMeant = common.event !== '' && rule.when.quotes(common.event);
  if (applies === false && isMeant) notes.spare(rule, 'is about it, but its condition is not met');
  if (applies !== true) return [];
  const remark = (why: string) => notes.remark(rule, why);
  const { each } = rule;
  if (!each) return attempt(() => [tell(rule, sight)], remark) ?? [];
  const items = attempt(() => listOf(each, sight), remark) ?? [];
  if (items.length === 0) notes.spare(rule, 'is about it, but found nothing of what it looks for');
  return items.flatMap((item) => {
    const here = { ...sight, item: plain(item) };
    return attempt(() => [tell(rule, here)], remark) ?? [];
  });
}

function conditionOf({ when }: Rule, sight: Sight): boolean {
  const value = plain(when.evaluate(sight));
  if (typeof value === 'boolean') return value;
  throw new Untold('has a `when` that gives neither true nor false for what was sent');
}

function listOf(each: Expression, sight: Sight): readonly unknown[] {
  const value = plain(each.evaluate(sight));
  if (Array.isArray(value)) return value;
  throw new Untold('has an `each` that gives no list for what was sent');
}

/** What something gives; undefined, and said why, when it could not be told. @throws StepsSpent */
function attempt<T>(run: () => T, otherwise: (why: string) => void): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Missing) otherwise(`found no ${error.message} in what was sent`);
    else if (error instanceof Untold) otherwise(error.message);
    else if (error instanceof EvaluationFault) otherwise(`does not fit: ${error.message}`);
    else throw error;
    return undefined;
  }
}

function sentence(rule: Rule, why: string): string {
  return `The rule "${rule.id}" ${why.replace(/\.$/, '')}.`;
}

function nothing(ignored: string): Reading {
  return { findings: [], remarks: [], ignored };
}

function tooMany(rule: Rule): string {
  return `More than ${MOST_FINDINGS} facts are told by one delivery, the last by the rule "${rule.id}", so none is recorded. Let it apply to less.`;
}

function tooLong(rule: Rule): string {
  return `The mapping took more than ${MOST_STEPS.toLocaleString('en')} steps and was stopped at the rule "${rule.id}"; nothing is recorded. Let its \`when\` apply to less, or its loops go through less.`;
}
