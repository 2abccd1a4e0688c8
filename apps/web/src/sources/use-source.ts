import { api } from '../api/client.js';
import { lookAgain } from './rhythm.js';

/** A source as it fares now, looked at again and again. */
export const useSource = (source: string) =>
  api.useQuery(
    'get',
    '/api/v1/sources/{source}',
    { params: { path: { source } } },
    { refetchInterval: lookAgain },
  );
