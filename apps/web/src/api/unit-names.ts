import { queryOptions } from '@tanstack/react-query';
import { client } from './client.js';

/** As many as the api names at once. */
const AT_ONCE = 100;

interface Asker {
  readonly tell: (name: string | null) => void;
  readonly fail: (thrown: unknown) => void;
}

/** Who asks for which unit since the last request. */
let waiting = new Map<string, Asker[]>();

/** The name of a unit; null: it is out of sight. What a page asks for at once is one request. */
export const unitNameOf = (unit: string) =>
  queryOptions({
    // named as the other queries are, so that the live stream renews it
    queryKey: ['get', '/api/v1/units', { params: { query: { keys: unit } } }, 'name'],
    queryFn: () =>
      new Promise<string | null>((tell, fail) => {
        if (waiting.size === 0) setTimeout(askAll);
        waiting.set(unit, [...(waiting.get(unit) ?? []), { tell, fail }]);
      }),
  });

function askAll(): void {
  const asked = [...waiting];
  waiting = new Map();
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    void ask(asked.slice(from, from + AT_ONCE));
  }
}

async function ask(asked: readonly (readonly [unit: string, askers: readonly Asker[]])[]) {
  try {
    const keys = asked.map(([unit]) => unit).join(',');
    const { data, error } = await client.GET('/api/v1/units', {
      params: { query: { keys, limit: AT_ONCE } },
    });
    const names = new Map(data?.items.map(({ unit, name }) => [unit, name]));
    for (const [unit, askers] of asked) {
      for (const { tell, fail } of askers) {
        if (error) fail(error);
        else tell(names.get(unit) ?? null);
      }
    }
  } catch (thrown) {
    for (const [, askers] of asked) for (const { fail } of askers) fail(thrown);
  }
}
