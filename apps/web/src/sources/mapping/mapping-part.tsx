import type { ReactElement } from 'react';
import { api } from '../../api/client.js';
import { QueryView } from '../../kit/query-view.js';
import { MappingEditor } from './mapping-editor.js';

/** The rules of a source: what they say, a way to change them, and what that would record. */
export function MappingPart({ source }: { readonly source: string }): ReactElement {
  const query = api.useQuery('get', '/api/v1/sources/{source}', { params: { path: { source } } });
  return (
    <QueryView query={query} height={480}>
      {(found) => <MappingEditor key={found.id} source={found} />}
    </QueryView>
  );
}
