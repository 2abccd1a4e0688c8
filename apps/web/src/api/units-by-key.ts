import type { Schemas } from '#lib/client';
import { client } from './client.js';

/** As many as the api takes at once. */
const AT_ONCE = 100;

/**
 * The units of some keys, as far as they are in sight, in requests of up to a hundred.
 * @throws Problem
 */
export async function unitsByKey(keys: readonly string[]): Promise<readonly Schemas['Unit'][]> {
  const found: Schemas['Unit'][] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const asked = keys.slice(from, from + AT_ONCE).join(',');
    const { data, error } = await client.GET('/api/v1/units', {
      params: { query: { keys: asked, limit: AT_ONCE } },
    });
    // a problem is thrown as the query library's hooks throw it; see faultOf
    if (!data) throw error as unknown;
    found.push(...data.items);
  }
  return found;
}
