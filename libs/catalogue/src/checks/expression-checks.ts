import { nearest } from '../nearest.js';
import type { Finding, Path } from '../read/fault.js';
import { asMap } from './raw.js';

/**
 * What the shape of an expression does not tell: keys nobody defined, counts that can never be met,
 * `units` inside `meet`. Parts of the wrong shape are passed over.
 * @source models/README.md, rules E-1 to E-6
 */
export function checkExpression(
  written: unknown,
  path: Path,
  known: ReadonlySet<string>,
  insideMeet = false,
): Finding[] {
  const expression = asMap(written);
  const findings: Finding[] = [];
  if (typeof expression.milestone === 'string') {
    findings.push(...checkKey(expression.milestone, [...path, 'milestone'], known));
  }
  for (const form of ['all', 'any'] as const) {
    findings.push(...checkParts(expression[form], [...path, form], known, insideMeet));
  }
  if (expression.atLeast !== undefined) {
    const { count, of } = asMap(expression.atLeast);
    const inner = [...path, 'atLeast'];
    if (typeof count === 'number' && Array.isArray(of) && of.length > 0 && count > of.length) {
      findings.push({
        path: [...inner, 'count'],
        message: `At least ${count} of ${of.length} can never be. Write 1 to ${of.length}.`,
      });
    }
    findings.push(...checkParts(of, [...inner, 'of'], known, insideMeet));
  }
  if (expression.units !== undefined) {
    const inner = [...path, 'units'];
    if (insideMeet) {
      findings.push({
        path: inner,
        onKey: true,
        message:
          '`units` does not go inside `meet`. Ask for the milestones of the units themselves.',
      });
    }
    findings.push(
      ...checkExpression(asMap(expression.units).meet, [...inner, 'meet'], known, true),
    );
  }
  return findings;
}

/** A milestone that the dictionary does not hold. */
export function checkKey(key: string, path: Path, known: ReadonlySet<string>): Finding[] {
  if (known.has(key)) return [];
  const message = () => {
    const near = nearest(key, known);
    const what = near
      ? `Did you mean \`${near}\`?`
      : 'Use one that exists, or define it under `milestones`.';
    return `The dictionary holds no milestone \`${key}\`. ${what}`;
  };
  return [{ path, message }];
}

function checkParts(
  parts: unknown,
  path: Path,
  known: ReadonlySet<string>,
  insideMeet: boolean,
): Finding[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part, index) => checkExpression(part, [...path, index], known, insideMeet));
}
