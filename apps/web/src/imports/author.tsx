import type { ReactElement } from 'react';
import { api } from '../api/client.js';

/** The name of a person or key that recorded something, as the log has it. @param id of it */
export function Author({ id }: { readonly id: string }): ReactElement {
  const { data } = api.useQuery('get', '/api/v1/log', {
    params: { query: { actor: id, order: 'desc', limit: 1 } },
  });
  const name = data?.items[0]?.actor;
  return <>{name ?? (data ? 'Somebody who recorded nothing since' : '…')}</>;
}
