import type { Tx } from '#lib/platform';
import type { TwoPrograms } from './two-programs.js';

/** Ways to leave a connection behind in the middle of work for them; each ends in an error. */
const WAYS: readonly ((
  two: TwoPrograms,
  work: (tx: Tx) => Promise<unknown>,
) => Promise<unknown>)[] = [
  // an error of the code
  ({ database, theirs }, work) =>
    database.inProgram(theirs.program, async (tx) => {
      await work(tx);
      throw new Error('the work failed');
    }),
  // a statement that fails
  ({ database, theirs }, work) =>
    database.inProgram(theirs.program, async (tx) => {
      await work(tx);
      await tx.query('SELECT 1 / 0');
    }),
  // a statement that fails and that nobody looks at
  ({ database, theirs }, work) =>
    database.inProgram(theirs.program, async (tx) => {
      await work(tx);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    }),
  // the server ends a transaction that takes too long
  ({ database, theirs }, work) =>
    database.inProgram(
      theirs.program,
      async (tx) => {
        await work(tx);
        await tx.query('SELECT pg_sleep(1)');
      },
      { timeoutMs: 30 },
    ),
  // the server ends the backend
  ({ database, db, theirs }, work) =>
    database.inProgram(theirs.program, async (tx) => {
      await work(tx);
      const [backend] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await db.admin('SELECT pg_terminate_backend($1)', [backend?.pid]);
      await tx.query('SELECT pg_sleep(1)');
    }),
  // one who left in the middle of a request
  async ({ url, theirs }) => {
    const leave = new AbortController();
    const asked = fetch(`${url}/api/v1/units?limit=500`, {
      headers: { authorization: `Bearer ${theirs.client.key}` },
      signal: leave.signal,
    });
    setTimeout(() => leave.abort(), 1);
    await (await asked).text();
    throw new Error('came after all');
  },
  // one whose request is refused after it was begun
  async ({ theirs }) => {
    const { status } = await theirs.client.post('/units', {
      units: [
        { unit: 'first', name: 'First', kind: 'team' },
        { unit: 'second', name: 'Second', kind: 'team', parent: 'nowhere' },
      ],
    });
    throw new Error(String(status));
  },
];

/** Uses the connection for them, and leaves it in the middle of that in one way or another. */
export async function shake(two: TwoPrograms, turn: number): Promise<void> {
  const way = WAYS[turn % WAYS.length] as (typeof WAYS)[number];
  const work = (tx: Tx) => tx.query('SELECT count(*) FROM event');
  const failed = await way(two, work).then(
    () => false,
    () => true,
  );
  if (!failed) throw new Error(`Nothing went wrong in way ${turn % WAYS.length}.`);
}
