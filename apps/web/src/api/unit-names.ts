import { queryOptions } from '@tanstack/react-query';
import { unitsByKey } from './units-by-key.js';

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
  const asked = waiting;
  waiting = new Map();
  unitsByKey([...asked.keys()]).then(
    (found) => {
      const names = new Map(found.map(({ unit, name }) => [unit, name]));
      for (const [unit, askers] of asked) {
        for (const { tell } of askers) tell(names.get(unit) ?? null);
      }
    },
    (thrown: unknown) => {
      for (const [, askers] of asked) for (const { fail } of askers) fail(thrown);
    },
  );
}
