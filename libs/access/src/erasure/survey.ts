import type { Position, ProgramId, UnitKey } from '#lib/domain';
import { ERASED, type EventLog, type Sealed, type ToldEvent } from '#lib/event-log';
import type { Database, Tx } from '#lib/platform';
import type { Found } from './found.js';

/** How much an erasure touches. */
export interface Touched {
  /** Events with a text of theirs. */
  readonly events: number;
  /** Texts in the log that nobody can read any more, names of authors included. */
  readonly texts: number;
  /** Units and targets that they own now. */
  readonly units: number;
  readonly targets: number;
  readonly people: number;
  readonly sessions: number;
  readonly keys: number;
}

/** A text of somebody else, or one that is not sealed, that names them. It stays. */
export interface Mention {
  readonly position: Position;
  readonly event: string;
  readonly unit: UnitKey | null;
  /** Where in the event, as in `/data/note`. */
  readonly pointer: string;
}

/** Something outside the log that is called by their name, or names them. It stays. */
export interface Namesake {
  readonly kind: 'group' | 'key' | 'calendar-link' | 'proposal' | 'board-pack';
  readonly id: string;
}

/** What an erasure would do, and what it would leave. */
export interface Survey {
  readonly touched: Touched;
  readonly mentions: { readonly count: number; readonly items: readonly Mention[] };
  readonly namesakes: readonly Namesake[];
}

const PAGE = 2_000;
const MENTIONS_SHOWN = 500;
/** Shorter names stand in too many words. */
const SHORTEST = 4;

/** Goes through the whole log, texts in clear. */
export async function survey(
  database: Database,
  log: EventLog,
  program: ProgramId,
  found: Found,
): Promise<Survey> {
  const subjects = new Set(found.subjects);
  const wanted = found.names.map(plain).filter((name) => name.length >= SHORTEST);
  const items: Mention[] = [];
  let [events, texts, count] = [0, 0, 0];
  for (let after: Position = 0; ; ) {
    const page = await database.inProgram(program, (tx) => log.readTold(tx, program, after, PAGE), {
      readOnly: true,
    });
    for (const event of page) {
      const theirs = event.texts.filter((one) => one.subject !== null && subjects.has(one.subject));
      const lost = theirs.filter(({ text }) => text !== ERASED).length;
      if (lost > 0) [events, texts] = [events + 1, texts + lost];
      const mentions = mentionsIn(event, subjects, wanted);
      count += mentions.length;
      items.push(...mentions.slice(0, MENTIONS_SHOWN - items.length));
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.position;
  }
  return database.inProgram(program, async (tx) => ({
    touched: { events, texts, ...(await rowsOf(tx, program, found.subjects)) },
    mentions: { count, items },
    namesakes: [
      ...(await namesakes(tx, program, found.subjects, wanted)),
      ...(await sealedByOthers(tx, log, program, found.subjects, wanted)),
    ],
  }));
}

function mentionsIn(
  event: ToldEvent,
  subjects: ReadonlySet<string>,
  wanted: readonly string[],
): Mention[] {
  return event.texts
    .filter(({ text, subject }) => {
      if (subject !== null && subjects.has(subject)) return false;
      const said = plain(text);
      return wanted.some((name) => said.includes(name));
    })
    .map(({ pointer }) => {
      const { position, id, unit } = event;
      return { position, event: id, unit, pointer };
    });
}

/** Without regard to case, to how accents are composed, or to how much space there is. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

type Rows = Omit<Touched, 'events' | 'texts'>;

async function rowsOf(tx: Tx, program: ProgramId, subjects: readonly string[]): Promise<Rows> {
  const [rows] = await tx.query<Rows>(
    `SELECT
       (SELECT count(*) FROM unit
         WHERE program_id = $1 AND owner->>'subject' = ANY($2::text[])) AS units,
       (SELECT count(*) FROM target
         WHERE program_id = $1 AND known_until = 9007199254740991
           AND owner->>'subject' = ANY($2::text[])) AS targets,
       (SELECT count(*) FROM person
         WHERE program_id = $1 AND id = ANY($3::uuid[])) AS people,
       (SELECT count(*) FROM session
         WHERE program_id = $1 AND person = ANY($3::uuid[])) AS sessions,
       (SELECT count(*) FROM access_key
         WHERE program_id = $1 AND id = ANY($3::uuid[]) AND revoked_at IS NULL) AS keys`,
    [program, subjects, subjects],
  );
  return rows as Rows;
}

async function namesakes(
  tx: Tx,
  program: ProgramId,
  subjects: readonly string[],
  wanted: readonly string[],
): Promise<Namesake[]> {
  const rows = await tx.query<Namesake & { readonly name: string }>(
    `SELECT 'group' AS kind, id, name FROM person_group WHERE program_id = $1
     UNION ALL
     SELECT 'key', id, name FROM access_key WHERE program_id = $1 AND id <> ALL($2::uuid[])
     UNION ALL
     SELECT 'calendar-link', id, name FROM calendar_link WHERE program_id = $1
     ORDER BY 1, 2`,
    [program, subjects],
  );
  return rows
    .filter(({ name }) => wanted.some((one) => plain(name).includes(one)))
    .map(({ kind, id }) => ({ kind, id }));
}

/** What others proposed, or wrote in board packs, about them: it is sealed under the keys of those who did. */
async function sealedByOthers(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  subjects: readonly string[],
  wanted: readonly string[],
): Promise<Namesake[]> {
  const rows = await tx.query<Namesake & Sealed>(
    `SELECT 'proposal' AS kind, id, proposer AS subject, sealed FROM proposal
      WHERE program_id = $1 AND proposer <> ALL($2::uuid[])
     UNION ALL
     SELECT 'proposal', id, closed_by, closing FROM proposal
      WHERE program_id = $1 AND closing IS NOT NULL AND closed_by <> ALL($2::uuid[])
     UNION ALL
     SELECT 'board-pack', id, author, sealed FROM board_pack
      WHERE program_id = $1 AND author <> ALL($2::uuid[])`,
    [program, subjects],
  );
  const texts = await log.seals.unseal(tx, program, rows);
  const naming = rows.filter((_, index) =>
    Object.values(texts[index] ?? {}).some((text) =>
      wanted.some((name) => plain(text).includes(name)),
    ),
  );
  return [...new Map(naming.map(({ kind, id }) => [id, { kind, id }])).values()];
}
