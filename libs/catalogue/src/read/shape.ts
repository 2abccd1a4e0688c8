import { z } from 'zod';
import { nearest } from '../nearest.js';
import type { Finding, Path } from './fault.js';

export type Shaped<T> =
  | { readonly ok: true; readonly shaped: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Checks a value against a schema and says, for every fault, what to write instead. */
export function shape<T>(schema: z.ZodType<T>, value: unknown): Shaped<T> {
  const notes = new Notes();
  const parsed = schema.safeParse(value, { error: (issue) => notes.describe(issue) });
  if (parsed.success) return { ok: true, shaped: parsed.data };
  return { ok: false, findings: parsed.error.issues.flatMap((issue) => notes.findings(issue, [])) };
}

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;
/** A schema as an issue names it: only its definition is looked at. */
type Option = { readonly _zod: { readonly def: object } };

/** What only the schema at fault knows, kept for when its issue is read. */
class Notes {
  /** By the list of unknown keys: the keys that are known there. */
  readonly #known = new WeakMap<object, readonly string[]>();
  /** By the list of faults of a union's options: the option that was probably meant. */
  readonly #meant = new WeakMap<object, number>();

  describe(issue: RawIssue): string | undefined {
    switch (issue.code) {
      case 'unrecognized_keys':
        this.#known.set(issue.keys, keysOf(issue.inst));
        return undefined;
      case 'invalid_union':
        return this.#union(issue);
      case 'invalid_type':
        return issue.input === undefined ? MISSING : `${wanted(issue.expected)} goes here.`;
      case 'invalid_value':
        return issue.input === undefined ? MISSING : oneOf(issue.values, issue.input);
      default:
        return undefined;
    }
  }

  #union(issue: Extract<RawIssue, { code: 'invalid_union' }>): string | undefined {
    if (issue.discriminator !== undefined) {
      const field = (issue.input as Record<string, unknown> | undefined)?.[issue.discriminator];
      return field === undefined
        ? MISSING
        : oneOf((issue.options ?? []) as readonly unknown[], field);
    }
    if (issue.input === undefined) return MISSING;
    const { options } = (issue.inst?._zod.def ?? {}) as { options?: readonly Option[] };
    this.#meant.set(issue.errors, probablyMeant(options ?? [], issue.input));
    return z.globalRegistry.get(issue.inst as z.core.$ZodType)?.description;
  }

  findings(issue: Issue, above: Path): Finding[] {
    const path = [...above, ...(issue.path as (string | number)[])];
    if (issue.code === 'unrecognized_keys') {
      const known = this.#known.get(issue.keys) ?? [];
      return issue.keys.map((key) => ({
        path: [...path, key],
        onKey: true,
        message: () => unknownKey(key, known),
      }));
    }
    if (issue.code === 'invalid_union') {
      const meant = issue.errors[this.#meant.get(issue.errors) ?? -1];
      if (meant) return meant.flatMap((inner) => this.findings(inner, path));
    }
    const message =
      issue.message === MISSING ? `\`${path.at(-1)}\` is missing here. Add it.` : issue.message;
    return [{ path, message }];
  }
}

/** Stands for a message until the name of what is missing is known. */
const MISSING = 'missing';

const NAMES: Readonly<Record<string, string>> = {
  string: 'A text (in quotes, if it looks like a number)',
  number: 'A number',
  int: 'A whole number',
  boolean: '`true` or `false`',
  array: 'A list',
  object: 'A map of keys and values',
  record: 'A map of keys and values',
};

function wanted(expected: string): string {
  return NAMES[expected] ?? expected;
}

function oneOf(values: readonly unknown[], written: unknown): string {
  const words = values.map(String);
  const listed = words.map((word) => `\`${word}\``).join(', ');
  const near = typeof written === 'string' ? nearest(written, words) : undefined;
  return `What stands here is one of ${listed}.${near ? ` Did you mean \`${near}\`?` : ''}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near) return `There is no key \`${key}\` here. Did you mean \`${near}\`?`;
  return `There is no key \`${key}\` here. Take it out; the keys are ${known.map((word) => `\`${word}\``).join(', ')}.`;
}

function keysOf(schema: Option | undefined): readonly string[] {
  const { shape: keys } = (schema?._zod.def ?? {}) as { shape?: Record<string, unknown> };
  return Object.keys(keys ?? {});
}

/** The option that shares most keys with what was written, else the one whose key is nearest; -1 when none does. */
function probablyMeant(options: readonly Option[], written: unknown): number {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return -1;
  const keys = Object.keys(written);
  let best = -1;
  let most = 0;
  for (const [index, option] of options.entries()) {
    const known = keysOf(option);
    const shared = keys.reduce((sum, key) => {
      if (known.includes(key)) return sum + 1;
      return nearest(key, known) ? sum + 0.5 : sum;
    }, 0);
    if (shared > most) {
      best = index;
      most = shared;
    }
  }
  return best;
}
