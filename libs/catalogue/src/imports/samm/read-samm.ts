import { type ForeignDocument, mapOf, numberOf } from '../foreign.js';
import type { Trouble } from '../trouble.js';
import { type Spot, within } from '../trouble.js';

/** The kinds of SAMM's files, by what they say of their `type` and by the folder they lie in. */
const KINDS = {
  function: ['function', 'business_functions'],
  practice: ['practice', 'security_practices'],
  level: ['maturitylevel', 'maturity_levels'],
  practiceLevel: ['practicelevel', 'practice_levels'],
  stream: ['stream', 'streams'],
  activity: ['activity', 'activities'],
  question: ['question', 'questions'],
  answerSet: ['answerset', 'answer_sets'],
} as const;
export type Kind = keyof typeof KINDS;

/** One of SAMM's records; the names of its fields are in lower case, since their case varies. */
export interface SammRecord {
  readonly kind: Kind;
  readonly path: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly spot: Spot;
}

const ID = /^[0-9a-f]{32}$/;

/** Reads SAMM's records, each from a file of its own. @returns them by kind, and the paths of files that hold none */
export function readSamm(
  documents: readonly ForeignDocument[],
  trouble: Trouble,
): { readonly records: Samm; readonly passedOver: readonly string[] } {
  const found: SammRecord[] = [];
  const passedOver: string[] = [];
  const seen = new Set<string>();
  for (const { path, value, spot } of documents) {
    const written = mapOf(value) ?? {};
    const fields = Object.fromEntries(
      Object.entries(written).map(([name, one]) => [name.toLowerCase(), one]),
    );
    const kind = kindOf(fields.type, path);
    if (!kind) {
      passedOver.push(path);
      continue;
    }
    const id = typeof fields.id === 'string' ? fields.id.trim().toLowerCase() : '';
    const at = placeOf(spot, 'id');
    if (!ID.test(id)) trouble.fault(at, 'A record of SAMM has an `id` of 32 hex digits. Write it.');
    else if (seen.has(id)) trouble.fault(at, 'Another file has this id. Take one out.');
    else found.push({ kind, path, id, fields, spot });
    seen.add(id);
  }
  return { records: new Samm(found, trouble), passedOver };
}

function kindOf(type: unknown, path: string): Kind | undefined {
  const folder = path.split('/').at(-2)?.toLowerCase();
  const told = typeof type === 'string' ? type.trim().toLowerCase() : undefined;
  const kinds = Object.entries(KINDS) as [Kind, readonly string[]][];
  const of = (name: string | undefined) =>
    kinds.find(([, names]) => name !== undefined && names.includes(name))?.[0];
  return of(told) ?? of(folder);
}

/** The place of a field, however its name is written. */
function placeOf(spot: Spot, field: string, ...path: readonly (string | number)[]): Spot {
  const { value } = spot.in as { value?: unknown };
  const name = Object.keys(mapOf(value) ?? {}).find((one) => one.toLowerCase() === field);
  return within(spot, name ?? field, ...path);
}

/** SAMM's records, joined by their ids. */
export class Samm {
  readonly #byId: ReadonlyMap<string, SammRecord>;

  constructor(
    private readonly found: readonly SammRecord[],
    private readonly trouble: Trouble,
  ) {
    this.#byId = new Map(found.map((record) => [record.id, record]));
  }

  /** All of a kind, by their `order`, then as they were sent. */
  all(kind: Kind): readonly SammRecord[] {
    const some = this.found.filter((record) => record.kind === kind);
    return some.sort((a, b) => (orderOf(a) ?? 0) - (orderOf(b) ?? 0));
  }

  /** The record that a field names; a fault where there is none of that kind. */
  named(record: SammRecord, field: string, kind: Kind): SammRecord | undefined {
    const named = this.#byId.get(idIn(record, field) ?? '');
    if (named?.kind === kind) return named;
    const message = `No file that was sent is the ${WORDS[kind]} with this id. Send all of the folder \`model\`.`;
    this.trouble.fault(placeOf(record.spot, field), message);
    return undefined;
  }

  fault(record: SammRecord, message: string, field: string, ...path: (string | number)[]): void {
    this.trouble.fault(placeOf(record.spot, field, ...path), message);
  }

  warn(record: SammRecord, message: string): void {
    this.trouble.warn(record.spot, message);
  }
}

const WORDS: Readonly<Record<Kind, string>> = {
  function: 'business function',
  practice: 'security practice',
  level: 'maturity level',
  practiceLevel: 'practice level',
  stream: 'stream',
  activity: 'activity',
  question: 'question',
  answerSet: 'answer set',
};

function idIn({ fields }: SammRecord, field: string): string | undefined {
  const id = fields[field];
  return typeof id === 'string' ? id.trim().toLowerCase() : undefined;
}

function orderOf({ fields }: SammRecord): number | undefined {
  return numberOf(fields.order) ?? numberOf(fields.number);
}
