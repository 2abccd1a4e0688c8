import { type CST, Lexer, LineCounter, Parser } from 'yaml';
import type { Fault } from './fault.js';

/** What a file may hold at most. @source models/README.md, rule F-2 */
export const LIMITS = {
  bytes: 5 * 1024 * 1024,
  /** Lists and maps inside one another. */
  depth: 100,
  /** Words, marks and line ends that the YAML is made of. */
  tokens: 150_000,
  /** Characters in one text, number, comment or stretch of spaces. */
  text: 100_000,
  /** Backslashes in texts between double quotes: each wrong one costs the parser an error. */
  escapes: 20_000,
  /** Texts, numbers, lists and maps, each alias counted as all that it stands for. */
  values: 100_000,
  aliases: 1_000,
} as const;

/** The parser's stack holds the document, the lists and maps that are open, and a text. */
const STACK_BESIDES_LEVELS = 2;

/** A file cut into YAML tokens, within all limits. */
export interface Scanned {
  readonly source: string;
  readonly tokens: readonly CST.Token[];
  readonly lines: LineCounter;
}

/** Reads UTF-8 and cuts it into tokens, giving up as soon as a limit is passed and before anything is built. */
export function scan(
  given: string | Uint8Array,
  file?: string,
  mostTokens: number = LIMITS.tokens,
): Scanned | Fault {
  const lines = new LineCounter();
  const refuse = (message: string, offset = 0): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), pointer: '', message };
  };
  const bytes = typeof given === 'string' ? Buffer.byteLength(given) : given.byteLength;
  if (bytes > LIMITS.bytes) {
    return refuse(
      `The file has ${bytes} bytes; at most ${LIMITS.bytes} (5 MB) are read. Split it up.`,
    );
  }
  const source = typeof given === 'string' ? given : decoded(given);
  if (source === undefined || !source.isWellFormed()) {
    return refuse('The file is not UTF-8. Save it as UTF-8.');
  }
  const nul = source.indexOf('\0');
  if (nul >= 0) return refuse('The file holds a NUL character. Take it out.', nul);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let count = 0;
  let aliases = 0;
  let escapes = 0;
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error')
        return refuse(`This is not YAML: ${token.message}.`, token.offset);
    }
    if (lexeme.length > LIMITS.text) {
      return refuse(
        `There are more than ${LIMITS.text} characters in one piece here. Shorten it.`,
        parser.offset - lexeme.length,
      );
    }
    if (++count > mostTokens) {
      return refuse(
        `The file has more than ${mostTokens} YAML tokens. Split it up.`,
        parser.offset,
      );
    }
    if (parser.stack.length > LIMITS.depth + STACK_BESIDES_LEVELS) {
      return refuse(
        `Lists and maps nest more than ${LIMITS.depth} deep here. Flatten them.`,
        parser.offset,
      );
    }
    if (lexeme.startsWith('*') && ++aliases > LIMITS.aliases) {
      return refuse(
        `The file has more than ${LIMITS.aliases} aliases. Write the values out.`,
        parser.offset,
      );
    }
    if (lexeme.startsWith('"') && (escapes += countOf('\\', lexeme)) > LIMITS.escapes) {
      return refuse(
        `The file has more than ${LIMITS.escapes} backslashes. Use a block text.`,
        parser.offset,
      );
    }
  }
  tokens.push(...parser.end());
  return { source, tokens, lines };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function countOf(mark: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}
