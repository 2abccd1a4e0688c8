import { RE2JS } from 're2js';
import { METER } from './meter.js';

const LONGEST_PATTERN = 200;
const CHARACTERS_A_STEP = 64;

/** Those of the mappings that were read; each was checked before it got here. */
const compiled = new Map<string, RE2JS>();
const MOST_KEPT = 1_000;

/** What is wrong with a pattern; undefined when nothing is. RE2: time grows with the text alone. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > LONGEST_PATTERN) {
    return `The pattern is longer than ${LONGEST_PATTERN} characters. Shorten it.`;
  }
  try {
    patternOf(pattern);
    return undefined;
  } catch (error) {
    return `"${pattern}" is no pattern of RE2 (${(error as Error).message}). Look-around and back-references are not among them.`;
  }
}

/** Whether a pattern occurs in a text. @throws StepsSpent */
export function occurs(text: string, pattern: string): boolean {
  METER.spend(Math.ceil((text.length * pattern.length) / CHARACTERS_A_STEP));
  return patternOf(pattern).matcher(text).find();
}

function patternOf(pattern: string): RE2JS {
  const kept = compiled.get(pattern);
  if (kept) return kept;
  const made = RE2JS.compile(pattern);
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(pattern, made);
  return made;
}
