import { Composer, type Document, type LineCounter } from 'yaml';
import { Builder, type Place } from './build.js';
import { type Fault, type Finding, messageOf, MOST_FAULTS, type Path, pointerOf } from './fault.js';
import { type Scanned, scan } from './limits.js';

/** Messages quote what the file says, which may be long. */
const LONGEST = 500;

/** A YAML file as plain values, with the place of each. */
export class YamlFile {
  constructor(
    /** Texts, numbers, true, false, null, lists and maps; aliases replaced by what they stand for. */
    readonly value: unknown,
    private readonly place: Place,
    private readonly lines: LineCounter,
    private readonly file: string | undefined,
  ) {}

  /** Gives findings their line and column, in the order of the file. */
  faults(findings: readonly Finding[]): Fault[] {
    const located = findings
      .map((finding) => ({ finding, offset: this.#offset(finding.path, finding.onKey ?? false) }))
      .sort((a, b) => a.offset - b.offset);
    const faults = new Map<string, Fault>();
    for (const [index, { finding, offset }] of located.entries()) {
      if (faults.size === MOST_FAULTS)
        return [...faults.values(), andMore(faults.values(), located.length - index)];
      const pointer = pointerOf(finding.path);
      const fault = faultAt(this.lines, offset, messageOf(finding), this.file, pointer);
      faults.set(`${pointer}\n${fault.message}`, fault);
    }
    return [...faults.values()];
  }

  /** The offset of a value or of its key; where a part of the path is missing, of what would hold it. */
  #offset(path: Path, onKey: boolean): number {
    let place = this.place;
    for (const [index, part] of path.entries()) {
      const key = place.keys?.get(String(part));
      if (onKey && index === path.length - 1 && key !== undefined) return key;
      const inner = place.inner?.get(String(part));
      if (!inner) return place.offset;
      place = inner;
    }
    return place.offset;
  }
}

export type ReadYaml =
  | { readonly ok: true; readonly yaml: YamlFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads one YAML document; nothing is built from a file beyond the limits. */
export function readYaml(given: string | Uint8Array, file?: string): ReadYaml {
  const scanned = scan(given, file);
  if ('message' in scanned) return { ok: false, faults: [scanned] };
  const [first, second] = compose(scanned, 'core');
  const problems = problemsOf(first);
  if (second) {
    const offset = second.range?.[0] ?? 0;
    problems.push({ offset, message: 'A file holds one document. Take out what follows `---`.' });
  }
  const yaml = problems.length === 0 ? build(first, scanned, file, problems) : undefined;
  return yaml ? { ok: true, yaml } : { ok: false, faults: told(scanned, problems, file) };
}

export type ReadDocuments =
  | { readonly ok: true; readonly documents: readonly YamlFile[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads every YAML document of a file that was not written for us. Each value is read as a text:
 * `No` is what people read, not `false` as YAML 1.1 has it, and an id of digits is no number.
 */
export function readDocuments(
  given: string | Uint8Array,
  file: string,
  mostTokens: number,
): ReadDocuments {
  const scanned = scan(given, file, mostTokens);
  if ('message' in scanned) return { ok: false, faults: [scanned] };
  const composed = compose(scanned, 'failsafe');
  const problems = composed.flatMap(problemsOf);
  const documents =
    problems.length === 0
      ? composed.flatMap((document) => build(document, scanned, file, problems) ?? [])
      : [];
  if (problems.length > 0) return { ok: false, faults: told(scanned, problems, file) };
  return { ok: true, documents };
}

interface Problem {
  readonly offset: number;
  readonly message: string;
}

function compose(
  { tokens, source }: Scanned,
  schema: 'core' | 'failsafe',
): readonly Document.Parsed[] {
  // Keys that stand twice are found while building: yaml's own check takes quadratic time.
  const composer = new Composer({ uniqueKeys: false, schema });
  return [...composer.compose(tokens, false, source.length)] as Document.Parsed[];
}

function problemsOf(document: Document.Parsed | undefined): Problem[] {
  return [...(document?.errors ?? []), ...(document?.warnings ?? [])].map((problem) => ({
    offset: problem.pos[0],
    message: `This is not YAML: ${problem.message}`,
  }));
}

/** @param problems what is found while building is added */
function build(
  document: Document.Parsed | undefined,
  { lines }: Scanned,
  file: string | undefined,
  problems: Problem[],
): YamlFile | undefined {
  const builder = new Builder();
  const { value, place } = builder.build(document?.contents);
  problems.push(...builder.problems);
  return builder.problems.length === 0 ? new YamlFile(value, place, lines, file) : undefined;
}

function told({ lines }: Scanned, problems: readonly Problem[], file?: string): readonly Fault[] {
  return capped(problems.map(({ offset, message }) => faultAt(lines, offset, message, file)));
}

function faultAt(
  lines: LineCounter,
  offset: number,
  message: string,
  file: string | undefined,
  pointer = '',
): Fault {
  const { line, col } = lines.linePos(offset);
  const clipped = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), pointer, message: clipped };
}

/** Those beyond `MOST_FAULTS` are counted only. */
function capped(faults: readonly Fault[]): Fault[] {
  const listed = faults.slice(0, MOST_FAULTS);
  const beyond = faults.length - listed.length;
  return beyond > 0 ? [...listed, andMore(listed, beyond)] : listed;
}

function andMore(listed: Iterable<Fault>, beyond: number): Fault {
  const last = [...listed].at(-1) as Fault;
  return { ...last, pointer: '', message: `And ${beyond} more faults. Correct these first.` };
}
