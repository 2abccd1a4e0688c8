import { isMap, isSeq, LineCounter, parseDocument, stringify, type Document } from 'yaml';

/** Something wrong with a mapping, and where it stands in the text of it. */
export interface PlacedFault {
  readonly message: string;
  /** What it is about: a pointer into the request, or into the text for what is no YAML. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** The place of its rule, from 0; undefined where it is about no single one. */
  readonly rule: number | undefined;
}

/** A mapping as it is being written. */
export interface Draft {
  /** Undefined as long as the text is no list of rules. */
  readonly rules: readonly unknown[] | undefined;
  /** Why it is none. */
  readonly faults: readonly PlacedFault[];
  /** The line each rule begins in, from 1. */
  readonly lines: readonly number[];
  /** Places what the server says of the rules. @param pointer into the request: `/mapping/0/when` */
  readonly place: (pointer: string, message: string) => PlacedFault;
}

const LINE_WIDTH = 88;
/** What a mapping stands under where it is copied with its source. */
const KEY = 'mapping';

/** The text of some rules, as one would write them. */
export const textOf = (rules: readonly unknown[]): string =>
  rules.length === 0
    ? ''
    : stringify(rules, { lineWidth: LINE_WIDTH, aliasDuplicateObjects: false });

/** Reads the text of a mapping: a list of rules, or a map with the list as `mapping`. */
export function readDraft(text: string): Draft {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number | undefined) => counter.linePos(offset ?? 0).line || 1;
  const broken = document.errors.map(({ message, pos }) => ({
    message: sayable(message),
    pointer: String(pos[0]),
    line: lineAt(pos[0]),
    rule: undefined,
  }));
  const base = baseOf(document);
  const list = document.getIn(base, true);
  const items = isSeq(list) ? list.items : [];
  const place: Draft['place'] = (pointer, message) => {
    const [, ...steps] = pointer.split('/').slice(1).map(unescaped);
    const index = Number(steps[0]);
    const rule = steps.length > 0 && Number.isInteger(index) ? index : undefined;
    return { message, pointer, rule, line: lineAt(offsetOf(document, [...base, ...steps])) };
  };
  const shape = { lines: items.map((item) => lineAt(rangeOf(item))), place };
  if (broken.length > 0) return { ...shape, rules: undefined, faults: broken };
  if (document.contents === null) return { ...shape, rules: [], faults: [] };
  const read = plain(document, base);
  if (Array.isArray(read)) return { ...shape, rules: read as readonly unknown[], faults: [] };
  const message = 'A mapping is a list of rules. Begin each with “- id: …”.';
  return {
    ...shape,
    rules: undefined,
    faults: [{ message, pointer: '/mapping', line: 1, rule: undefined }],
  };
}

/** The text with one more rule at its end. */
export function withRule(text: string, rule: unknown): string {
  return edited(text, (document, base) => {
    const list = document.getIn(base, true);
    if (!isSeq(list)) document.setIn(base, document.createNode([rule]));
    else {
      list.flow = false;
      list.add(document.createNode(rule));
    }
  });
}

/** The text with another rule in the place of one. */
export function withRuleAt(text: string, index: number, rule: unknown): string {
  return edited(text, (document, base) =>
    document.setIn([...base, index], document.createNode(rule)),
  );
}

/** The text without one of its rules. */
export const withoutRule = (text: string, index: number): string =>
  edited(text, (document, base) => void document.deleteIn([...base, index]));

type Path = readonly (string | number)[];

function edited(text: string, edit: (document: Document, base: Path) => void): string {
  const document = parseDocument(text);
  edit(document, baseOf(document));
  const list = document.getIn(baseOf(document), true);
  if (isSeq(list) && list.items.length === 0 && isSeq(document.contents)) return '';
  return document.toString({ lineWidth: LINE_WIDTH });
}

const baseOf = ({ contents }: Pick<Document, 'contents'>): Path =>
  isMap(contents) && isSeq(contents.get(KEY, true)) ? [KEY] : [];

function plain(document: Document, base: Path): unknown {
  try {
    const read = document.toJS() as unknown;
    return base.length > 0 ? (read as Readonly<Record<string, unknown>>)[KEY] : read;
  } catch {
    // an alias too many
    return undefined;
  }
}

/** Where the value at a path stands, or what is nearest above it. */
function offsetOf(document: Document, path: Path): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const steps = path.slice(0, length);
    const parent = length > 1 ? document.getIn(steps.slice(0, -1), true) : document.contents;
    const last = steps.at(-1);
    // of a map the key: a long text begins a line below it
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(key) === String(last))
      : undefined;
    const found = rangeOf(pair?.key) ?? rangeOf(document.getIn(steps, true));
    if (found !== undefined) return found;
  }
  return undefined;
}

function rangeOf(node: unknown): number | undefined {
  const { range } = (node ?? {}) as { readonly range?: readonly number[] | null };
  return range?.[0];
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** The first line of what the parser says: the rest of it shows the text once more. */
const sayable = (message: string) =>
  (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '.');
