import type { Api } from './api.js';
import type { KeyKind } from './speech.js';

/** A key and what it stands for. */
export interface Named {
  readonly key: string;
  readonly title: string;
}

/** More than anybody looks through. */
const MOST = 5_000;

const ASKING: Readonly<Record<KeyKind, (api: Api) => Promise<readonly Named[]>>> = {
  unit: async (api) => {
    const found = await api.all(
      (client, cursor) =>
        client.GET('/api/v1/units', { params: { query: { limit: 500, cursor } } }),
      MOST,
    );
    return found.map(({ unit, name }) => ({ key: unit, title: name }));
  },
  milestone: async (api) => {
    const found = await api.all(
      (client, cursor) =>
        client.GET('/api/v1/milestones', { params: { query: { limit: 500, cursor } } }),
      MOST,
    );
    return found.map(({ key, title }) => ({ key, title }));
  },
  model: async (api) => {
    const found = await api.all((client, cursor) =>
      client.GET('/api/v1/models', { params: { query: { limit: 500, cursor } } }),
    );
    return found.map(({ id, title }) => ({ key: id, title }));
  },
};

/** Every key of a kind that the reader can see. */
export const keysOf = (api: Api, kind: KeyKind): Promise<readonly Named[]> => ASKING[kind](api);

/** Titles of milestones by their keys. */
export async function titlesOf(api: Api): Promise<ReadonlyMap<string, string>> {
  const named = await keysOf(api, 'milestone');
  return new Map(named.map(({ key, title }) => [key, title]));
}
