import createQueryHooks from 'openapi-react-query';
import { createClient } from '#lib/client';
import { leaveToSignIn } from './leave.js';

/** The api of the server these pages come from. */
export const client = createClient();

// a session that ended is no fault of any page
client.use({
  onResponse: ({ response }) => {
    if (response.status === 401) leaveToSignIn();
  },
});

/** The same as queries and mutations of components: `api.useQuery('get', '/api/v1/units')`. */
export const api = createQueryHooks(client);
