import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { SOURCE_KINDS, type SourceKind } from '../tool-delivery.js';

/** What a parameter takes. */
export const PARAMETER_TYPES = [
  'text',
  'texts',
  'flag',
  'unit',
  'units',
  'milestone',
  'milestones',
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** Something that can be said of a ready-made rule. */
export interface Parameter {
  /** `units` and `milestones` are tables: what the tool calls it, and the key here. */
  readonly type: ParameterType;
  readonly means: string;
  /** What holds when nothing is said; without one it has to be said. */
  readonly default?: unknown;
}

/** A rule that ships with Waymark: one or several rules in the language of mappings, with parameters. */
export interface ReadyMade {
  /** By which it is used, such as `github/issue-labelled`. */
  readonly use: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly does: string;
  readonly with: Readonly<Record<string, Parameter>>;
  readonly parts: readonly Readonly<Record<string, unknown>>[];
}

let loaded: readonly ReadyMade[] | undefined;

/** The ready-made rules, those of one kind of source first by name; read from `mappings/` once. */
export function readyMade(kind?: SourceKind): readonly ReadyMade[] {
  loaded ??= load(shippedMappingsDir());
  return kind ? loaded.filter((one) => one.kind === kind) : loaded;
}

/** The folder `mappings/` that ships with Waymark, beside its sources or its build. */
function shippedMappingsDir(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const mappings = join(folder, 'mappings');
    if (existsSync(join(mappings, 'github.yaml'))) return mappings;
  }
  throw new Error('The folder `mappings` that ships with Waymark is missing. Install it again.');
}

function load(folder: string): readonly ReadyMade[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const kind = SOURCE_KINDS.find((known) => `${known}.yaml` === name);
      if (!kind) throw new Error(`mappings/${name} is not named after a kind of source.`);
      const { rules } = parse(readFileSync(join(folder, name), 'utf8')) as {
        rules: readonly Omit<ReadyMade, 'kind'>[];
      };
      return rules.map((rule) => ({ ...rule, kind, with: rule.with ?? {} }));
    });
}
