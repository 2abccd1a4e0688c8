import { ScimFault, type ScimType } from './scim-fault.js';

/** Names an attribute, or a part of one. */
export interface Attribute {
  readonly name: string;
  readonly part?: string | undefined;
}

export const COMPARISONS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
type Comparison = (typeof COMPARISONS)[number];
type Scalar = string | number | boolean | null;

/** A filter as it was meant. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly [Filter, Filter] }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'present'; readonly attribute: Attribute }
  | {
      readonly kind: 'compare';
      readonly attribute: Attribute;
      readonly with: Comparison;
      readonly value: Scalar;
    }
  /** A value of a multi-valued attribute fits. */
  | { readonly kind: 'some'; readonly name: string; readonly of: Filter };

/** What a change is about: an attribute, those of its values that fit, a part of these. */
export interface Path extends Attribute {
  readonly of?: Filter;
}

const DEEPEST = 20;
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;
const TOKEN =
  /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|(\.?[A-Za-z$][\w$:.-]*)|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?))/y;

interface Token {
  readonly kind: 'sign' | 'text' | 'word' | 'number';
  readonly text: string;
}

/** Reads a filter. @throws ScimFault `invalidFilter`. @source RFC 7644, section 3.4.2.2 */
export function parseFilter(text: string): Filter {
  const reader = new Reader(text, 'invalidFilter');
  const filter = reader.either();
  reader.end();
  return filter;
}

/** Reads the path of a change. @throws ScimFault `invalidPath`. @source RFC 7644, section 3.5.2 */
export function parsePath(text: string): Path {
  const reader = new Reader(text, 'invalidPath');
  const path = reader.path();
  reader.end();
  return path;
}

/** An attribute by its name, with or without the URN of its schema. */
function attributeOf(word: string): Attribute {
  const name = word.replace(CORE, '');
  // the names of extensions hold dots; nothing of them is kept
  if (/^urn:/i.test(name)) return { name };
  const [first = '', part] = name.split('.', 2);
  return part === undefined ? { name: first } : { name: first, part };
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly fault: ScimType,
  ) {
    this.tokens = [...this.tokensOf(text)];
  }

  end(): void {
    const left = this.tokens[this.at];
    if (left) throw this.wrong(`nothing was expected from ${left.text} on`);
  }

  either(): Filter {
    let filter = this.both();
    while (this.takeWord('or')) filter = { kind: 'or', parts: [filter, this.both()] };
    return filter;
  }

  path(): Path {
    const word = this.take('word', 'the name of an attribute');
    const attribute = attributeOf(word);
    if (!this.takeSign('[')) return attribute;
    if (attribute.part !== undefined) throw this.wrong('only an attribute itself has values');
    const of = this.within(']');
    const next = this.tokens[this.at];
    if (next?.kind !== 'word' || !next.text.startsWith('.')) return { ...attribute, of };
    this.at++;
    return { ...attribute, of, part: next.text.slice(1) };
  }

  private both(): Filter {
    let filter = this.one();
    while (this.takeWord('and')) filter = { kind: 'and', parts: [filter, this.one()] };
    return filter;
  }

  private one(): Filter {
    if (this.takeSign('(')) return this.within(')');
    const word = this.take('word', 'the name of an attribute');
    if (word.toLowerCase() === 'not' && this.takeSign('(')) {
      return { kind: 'not', of: this.within(')') };
    }
    const attribute = attributeOf(word);
    if (this.takeSign('[')) return { kind: 'some', name: attribute.name, of: this.within(']') };
    if (this.takeWord('pr')) return { kind: 'present', attribute };
    const operator = this.take('word', 'an operator').toLowerCase() as Comparison;
    if (!COMPARISONS.includes(operator)) throw this.wrong(`"${operator}" is no operator`);
    return { kind: 'compare', attribute, with: operator, value: this.value() };
  }

  private within(sign: ')' | ']'): Filter {
    if (++this.depth > DEEPEST) throw this.wrong('it is nested too deeply');
    const filter = this.either();
    if (!this.takeSign(sign)) throw this.wrong(`a "${sign}" is missing`);
    this.depth--;
    return filter;
  }

  private value(): Scalar {
    const token = this.tokens[this.at++];
    try {
      if (token?.kind === 'text') return JSON.parse(token.text) as string;
    } catch {
      throw this.wrong(`${token?.text} is no JSON string`);
    }
    if (token?.kind === 'number') return Number(token.text);
    const word = token?.text.toLowerCase();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw this.wrong('a value is missing; texts stand in double quotes');
  }

  private take(kind: Token['kind'], what: string): string {
    const token = this.tokens[this.at++];
    if (token?.kind !== kind || token.text.startsWith('.')) throw this.wrong(`${what} is missing`);
    return token.text;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    const taken = token?.kind === 'word' && token.text.toLowerCase() === word;
    if (taken) this.at++;
    return taken;
  }

  private takeSign(sign: string): boolean {
    const token = this.tokens[this.at];
    const taken = token?.kind === 'sign' && token.text === sign;
    if (taken) this.at++;
    return taken;
  }

  private *tokensOf(text: string): Generator<Token> {
    const pattern = new RegExp(TOKEN);
    while (pattern.lastIndex < text.trimEnd().length) {
      const found = pattern.exec(text);
      if (!found) throw this.wrong('it cannot be read');
      const [, sign, quoted, word, number] = found;
      if (sign !== undefined) yield { kind: 'sign', text: sign };
      else if (quoted !== undefined) yield { kind: 'text', text: quoted };
      else if (word !== undefined) yield { kind: 'word', text: word };
      else yield { kind: 'number', text: number ?? '' };
    }
  }

  private wrong(what: string): ScimFault {
    const subject = this.fault === 'invalidPath' ? 'path' : 'filter';
    return new ScimFault(this.fault, `The ${subject} is not understood: ${what}.`);
  }
}
