import { datesIn, type Dates } from './text/dates.js';
import { type Paint, paintWith } from './text/paint.js';
import { safe } from './text/safe.js';

/** Where a command speaks and what it may assume of whoever reads. */
export interface Terminal {
  /** How wide the text may be. */
  readonly columns: number;
  /** A person can be asked. */
  readonly interactive: boolean;
  /** The answer goes to a person's screen. */
  readonly toScreen: boolean;
  readonly paint: Paint;
  readonly dates: Dates;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** Lines for a reader; nothing in them can move the cursor. */
  say(...lines: readonly string[]): void;
  /** Lines beside the answer, for a reader alone. */
  note(...lines: readonly string[]): void;
  /** A line beside the answer that takes the place of the one before; undefined takes it away. Nobody but a person sees it. */
  progress(line: string | undefined): void;
  /** An answer for machines. */
  json(value: unknown): void;
  /** Text as it is. */
  raw(text: string | Uint8Array): Promise<void>;
}

const NARROWEST = 40;
const WIDEST = 120;

/** Whether to colour: NO_COLOR and `--no-color` forbid it, FORCE_COLOR asks for it, else a terminal that can. */
function coloured(
  environment: NodeJS.ProcessEnv,
  arguments_: readonly string[],
  isTerminal: boolean,
) {
  if (environment.NO_COLOR || arguments_.includes('--no-color')) return false;
  if (environment.FORCE_COLOR && environment.FORCE_COLOR !== '0') return true;
  return isTerminal && environment.TERM !== 'dumb';
}

/** The terminal of a process. */
export function terminalOf(
  { stdin, stdout, stderr, env }: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env'>,
  arguments_: readonly string[],
): Terminal {
  const columns = stdout.columns || Number(env.COLUMNS) || 80;
  const write = (to: NodeJS.WritableStream, lines: readonly string[]) =>
    void to.write(lines.map((line) => `${safe(line)}\n`).join(''));
  return {
    columns: Math.min(WIDEST, Math.max(NARROWEST, columns)),
    interactive: stdin.isTTY && stderr.isTTY,
    toScreen: stdout.isTTY,
    paint: paintWith(coloured(env, arguments_, stdout.isTTY)),
    dates: datesIn(),
    environment: env,
    say: (...lines) => write(stdout, lines),
    note: (...lines) => write(stderr, lines),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${line === undefined ? '' : safe(line)}`);
    },
    json: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    raw: (text) =>
      new Promise((resolve, reject) =>
        stdout.write(text, (error) => (error ? reject(error) : resolve())),
      ),
  };
}
