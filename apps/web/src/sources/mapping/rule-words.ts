/** A piece of a sentence: words, or an expression that has none. */
export type Piece = { readonly words: string } | { readonly cel: string };

/** A rule that is written out, as far as it can be read. */
export interface RuleWords {
  /** All of it has to hold. */
  readonly when: readonly Piece[];
  readonly each: string | undefined;
  /** What is recorded: "achieved". */
  readonly record: string | undefined;
  /** A milestone's key, or the expression that finds it. */
  readonly milestone: { readonly key: string } | { readonly cel: string } | undefined;
  readonly unit: readonly { readonly by: 'key' | 'name'; readonly cel: string }[];
  readonly occurredAt: string | undefined;
  readonly due: string | undefined;
  readonly note: string | undefined;
  readonly evidence: number;
}

/** What each kind of record means, as the end of "it is recorded that …". */
export const RECORD_TEXTS: Readonly<Record<string, string>> = {
  achieved: 'it happened',
  lapsed: 'it ended',
  assessed: 'it was looked at and is not in place',
  target: 'it is planned',
};

type Given = Readonly<Record<string, unknown>>;

/** Whether something is a map of names and values. */
export const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a rule for people; what is not there yet stays undefined. */
export function ruleWords(rule: Given): RuleWords {
  const unit = isGiven(rule.unit) ? rule.unit : {};
  const [key, external] = [textIn(unit.key), textIn(unit.external)];
  return {
    when: conditionPieces(textIn(rule.when) ?? ''),
    each: textIn(rule.each),
    record: textIn(rule.record),
    milestone: milestoneIn(rule.milestone),
    unit: [
      ...(key ? [{ by: 'key', cel: key } as const] : []),
      ...(external ? [{ by: 'name', cel: external } as const] : []),
    ],
    occurredAt: textIn(rule.occurredAt),
    due: textIn(rule.due),
    note: textIn(rule.note),
    evidence: Array.isArray(rule.evidence) ? rule.evidence.length : 0,
  };
}

const textIn = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

function milestoneIn(value: unknown): RuleWords['milestone'] {
  if (isGiven(value)) {
    const cel = textIn(value.cel);
    return cel ? { cel } : undefined;
  }
  const key = textIn(value);
  return key ? { key } : undefined;
}

const PATH = String.raw`[\w.]+(?:\['[^']+'\])?`;
const QUOTED = String.raw`'[^'\\]*'|"[^"\\]*"`;
const COMPARED = new RegExp(`^(${PATH})\\s*(==|!=)\\s*(${QUOTED}|[\\d.]+|true|false|null)$`);
const AMONG = new RegExp(`^(${PATH})\\s+in\\s+\\[((?:${QUOTED})(?:\\s*,\\s*(?:${QUOTED}))*)\\]$`);

/** A condition as the list of what has to hold, in words where it is simple. */
export function conditionPieces(cel: string): readonly Piece[] {
  return clausesOf(cel).map((clause) => {
    const compared = COMPARED.exec(clause);
    if (compared) {
      const [, path = '', sign, value = ''] = compared;
      return { words: `${named(path)} is ${sign === '!=' ? 'not ' : ''}${valueText(value)}` };
    }
    const among = AMONG.exec(clause);
    if (among) {
      const [, path = '', list = ''] = among;
      const values = list.match(new RegExp(QUOTED, 'g')) ?? [];
      return { words: `${named(path)} is ${values.map(valueText).join(' or ')}` };
    }
    return { cel: clause };
  });
}

const named = (path: string) => path.replace(/^payload\./, '');
const valueText = (value: string) =>
  /^['"]/.test(value) ? `“${value.slice(1, -1)}”` : value === 'null' ? 'empty' : value;

/** What stands between `&&`, outside of texts and brackets; the whole where `||` stands beside them. */
function clausesOf(cel: string): readonly string[] {
  const clauses: string[] = [];
  let [depth, from] = [0, 0];
  let quote = '';
  for (let at = 0; at < cel.length; at += 1) {
    const sign = cel.charAt(at);
    if (quote) {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
      continue;
    }
    if (sign === "'" || sign === '"') quote = sign;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    else if (depth === 0 && (sign === '?' || cel.startsWith('||', at))) return [cel.trim()];
    else if (depth === 0 && cel.startsWith('&&', at)) {
      clauses.push(cel.slice(from, at).trim());
      from = at + 2;
    }
  }
  return [...clauses, cel.slice(from).trim()].filter((clause) => clause !== '');
}
