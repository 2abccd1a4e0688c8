import type { Problem, Schemas } from '#lib/client';
import { client } from '../api/client.js';
import { faultOf } from '../api/faults.js';
import { unitsByKey } from '../api/units-by-key.js';

type NewUnit = Schemas['RegisterUnits']['units'][number];

/** What a key looks like; what does not is refused on registering. */
const KEY = /^[a-z0-9-]{1,64}$/;

/**
 * Registers units that are not there yet, all of them or none: the api itself takes a known key as a
 * change of that unit.
 * @throws Problem
 */
export async function registerNew(units: readonly NewUnit[]): Promise<readonly Schemas['Unit'][]> {
  const possible = units.map(({ unit }) => unit).filter((key) => KEY.test(key));
  const known = new Set((await unitsByKey(possible)).map(({ unit }) => unit));
  const errors = units.flatMap(({ unit }, at) =>
    known.has(unit)
      ? [
          {
            pointer: `/units/${at}/unit`,
            message: `There is a unit with the key “${unit}” already.`,
          },
        ]
      : [],
  );
  if (errors.length > 0) throw taken(errors);
  const { data, error } = await client.POST('/api/v1/units', { body: { units: [...units] } });
  // a problem is thrown as the query library's hooks throw it; see faultOf
  if (!data) throw error as unknown;
  return data.units;
}

/** The keys of those units that were there already, from what registering failed with. */
export function knownAmong(thrown: unknown, units: readonly NewUnit[]): ReadonlySet<string> {
  const { status, fields } = faultOf(thrown);
  if (status !== 409) return new Set();
  const places = fields.map(({ pointer }) => /^\/units\/(\d+)\/unit$/.exec(pointer)?.[1]);
  return new Set(places.flatMap((place) => units[Number(place ?? -1)]?.unit ?? []));
}

function taken(errors: NonNullable<Problem['errors']>): Problem {
  return {
    type: 'urn:waymark:problem:conflict',
    title: errors.length === 1 ? 'There is such a unit already' : 'There are such units already',
    status: 409,
    detail: 'Nothing was added, and nothing was changed. What you typed is kept.',
    instance: '/api/v1/units',
    errors,
  };
}
