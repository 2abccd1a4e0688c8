import type { Dictionary, MaturityModel, MilestoneEntry } from '#lib/domain';
import { checkEntries, writtenEntries } from './checks/entry-checks.js';
import { asMap } from './checks/raw.js';
import { checkModel } from './checks/model-checks.js';
import { contentHash } from './content-hash.js';
import { normaliseEntry, normaliseModel } from './normalise.js';
import { type Fault, type Finding, messageOf, type Path, pointerOf } from './read/fault.js';
import { type Shaped, shape } from './read/shape.js';
import { readYaml } from './read/yaml-file.js';
import { DictionarySchema, MilestoneSchema } from './schema/milestone.schema.js';
import { ModelSchema } from './schema/model.schema.js';

export interface ParseOptions {
  /** Named in faults. */
  readonly file?: string;
  /** What others define: the dictionary without the entries that this file, or this model, may change. */
  readonly known: Dictionary | ((model: string) => Dictionary);
}

export type Faulty = { readonly ok: false; readonly faults: readonly Fault[] };

export interface ParsedModel {
  readonly ok: true;
  readonly model: MaturityModel;
  /** @see contentHash */
  readonly hash: string;
  /** Says of a place in the file what is wrong with it all the same. */
  faultsAt(path: Path, message: string): readonly Fault[];
}

/**
 * Reads a model file: YAML within the limits, of the right shape, and making sense with the dictionary.
 * @returns every fault with its line and column, or the model
 * @source models/README.md
 */
export function parseModel(yaml: string | Uint8Array, options: ParseOptions): ParsedModel | Faulty {
  const read = readYaml(yaml, options.file);
  if (!read.ok) return read;
  const { value } = read.yaml;
  const entries = writtenEntries(value);
  const known = knownTo(asMap(value).id, options);
  const keys = new Set<string>([
    ...known.keys(),
    ...entries.flatMap(({ entry }) => (typeof entry.key === 'string' ? [entry.key] : [])),
  ]);
  const shaped = shape(ModelSchema, value);
  const findings = [
    ...findingsOf(shaped),
    ...checkModel(value, keys),
    ...checkEntries(entries, known),
  ];
  if (!shaped.ok || findings.length > 0) return { ok: false, faults: read.yaml.faults(findings) };
  return {
    ok: true,
    model: normaliseModel(shaped.shaped),
    hash: contentHash(value),
    faultsAt: (path, message) => read.yaml.faults([{ path, message }]),
  };
}

export interface ParsedDictionary {
  readonly ok: true;
  readonly entries: readonly MilestoneEntry[];
}

/**
 * Reads a file that holds dictionary entries and nothing else, such as `milestones.yaml`.
 * @returns the entries, or every fault with the entries that are readable all the same
 */
export function parseDictionary(
  yaml: string | Uint8Array,
  options: ParseOptions,
): ParsedDictionary | (Faulty & { readonly readable: readonly MilestoneEntry[] }) {
  const read = readYaml(yaml, options.file);
  if (!read.ok) return { ...read, readable: [] };
  const { value } = read.yaml;
  const written = writtenEntries(value);
  const entries = written.flatMap(({ entry }) => {
    const shaped = shape(MilestoneSchema, entry);
    return shaped.ok ? normaliseEntry(shaped.shaped) : [];
  });
  const shaped = shape(DictionarySchema, value);
  const findings = [...findingsOf(shaped), ...checkEntries(written, knownTo(undefined, options))];
  if (findings.length === 0) return { ok: true, entries };
  return { ok: false, faults: read.yaml.faults(findings), readable: entries };
}

/** What is wrong in a value that came without a file. */
export interface ValueFault {
  readonly pointer: string;
  readonly message: string;
}

/** A finding without its place in a file. */
export function valueFault(finding: Finding): ValueFault {
  return { pointer: pointerOf(finding.path), message: messageOf(finding) };
}

export type ParsedEntry =
  | { readonly ok: true; readonly entry: MilestoneEntry }
  | { readonly ok: false; readonly faults: readonly ValueFault[] };

/** Reads one dictionary entry that came as JSON. @param known what others define */
export function parseEntry(value: unknown, known: Dictionary): ParsedEntry {
  const shaped = shape(MilestoneSchema, value);
  const findings = [
    ...findingsOf(shaped),
    ...checkEntries(writtenEntries({ milestones: [value] }), known).map((finding) => ({
      ...finding,
      path: finding.path.slice(2),
    })),
  ];
  if (!shaped.ok || findings.length > 0) {
    return {
      ok: false,
      faults: findings.map(valueFault),
    };
  }
  return { ok: true, entry: normaliseEntry(shaped.shaped) };
}

/**
 * Reads a model that was checked when it was published, without checking its milestones again.
 * @returns undefined when the text is not a model of this language
 */
export function readPublishedModel(
  yaml: string | Uint8Array,
): Pick<ParsedModel, 'model' | 'hash'> | undefined {
  const read = readYaml(yaml);
  const shaped = read.ok ? shape(ModelSchema, read.yaml.value) : undefined;
  if (!read.ok || !shaped?.ok) return undefined;
  return { model: normaliseModel(shaped.shaped), hash: contentHash(read.yaml.value) };
}

function knownTo(model: unknown, { known }: ParseOptions): Dictionary {
  return typeof known === 'function' ? known(typeof model === 'string' ? model : '') : known;
}

function findingsOf(shaped: Shaped<unknown>): readonly Finding[] {
  return shaped.ok ? [] : shaped.findings;
}
