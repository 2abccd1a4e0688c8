import type { Problem, Schemas } from '#lib/client';
import { client } from '../api/client.js';

type NewUnit = Schemas['RegisterUnits']['units'][number];

/**
 * Registers units that are not there yet, all of them or none: the api itself takes a known key as a
 * change of that unit.
 * @throws Problem
 */
export async function registerNew(units: readonly NewUnit[]): Promise<readonly Schemas['Unit'][]> {
  const known = await Promise.all(units.map(({ unit }) => isKnown(unit)));
  const errors = units.flatMap(({ unit }, at) =>
    known[at]
      ? [
          {
            pointer: `/units/${at}/unit`,
            message: `There is a unit “${unit}” already. Choose another key.`,
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

async function isKnown(unit: string): Promise<boolean> {
  const { response } = await client.GET('/api/v1/units/{unit}', { params: { path: { unit } } });
  return response.ok;
}

function taken(errors: NonNullable<Problem['errors']>): Problem {
  return {
    type: 'urn:waymark:problem:conflict',
    title: 'There is such a unit already',
    status: 409,
    detail: 'Nothing was added.',
    instance: '/api/v1/units',
    errors,
  };
}
