import { List, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api, client } from '../api/client.js';
import { FormDialog } from '../kit/form-dialog.js';
import { QueryView } from '../kit/query-view.js';
import { countText } from '../time/words.js';
import { MovedStandings } from './moved-standings.js';

const PREVIEW = 'import-undo-preview';
/** More than so many are taken back by and by. */
const AT_ONCE = 2_000;

interface UndoImportProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Takes back what an import recorded, after showing what would become of it. */
export function UndoImport({ id, onClose }: UndoImportProps): ReactElement {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const preview = useQuery({
    queryKey: ['post', PREVIEW, id],
    queryFn: () => previewUndo(id),
    staleTime: 0,
    retry: false,
  });
  const undo = api.useMutation('post', '/api/v1/imports/{id}/undo', {
    onSuccess: async () => {
      onClose();
      // what it would do is not asked again while it is done
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== PREVIEW });
    },
  });
  const given = reason.trim();
  return (
    <FormDialog
      title="Undo this import"
      save="Undo it"
      size="xl"
      onSave={() => undo.mutate({ params: { path: { id } }, body: given ? { reason: given } : {} })}
      onClose={onClose}
      busy={undo.isPending}
      idle={preview.data === undefined || preview.data.taken.length === 0}
      typed={given !== ''}
      thrown={undo.error}
    >
      <QueryView query={preview} height={120}>
        {(found) => <Foreseen found={found} />}
      </QueryView>
      <Textarea
        label="Why"
        description="Stands in the log with everything that is taken back."
        maxLength={2000}
        autosize
        data-autofocus
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}

/** @throws Problem */
async function previewUndo(id: string): Promise<Schemas['Undone']> {
  const { data, error } = await client.POST('/api/v1/imports/{id}/undo', {
    params: { path: { id }, query: { preview: 'true' } },
    body: {},
  });
  if (!data) throw error as unknown;
  // only what is to be undone later is answered without
  if (!('taken' in data)) throw new Error('A preview was expected.');
  return data;
}

function Foreseen({ found: { taken, left, standings } }: { readonly found: Schemas['Undone'] }) {
  const reasons = new Map<string, number>();
  for (const { why } of left) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {taken.length === 0
          ? 'Nothing of it can be taken back any more.'
          : `${countText(taken.length, 'record')} would be taken back. They stay in the log, as taken back.${taken.length > AT_ONCE ? ' It takes a while; the page of the import tells how far it is.' : ''}`}
      </Text>
      {left.length > 0 && (
        <>
          <Text size="sm">{countText(left.length, 'record')} would stay:</Text>
          <List size="sm">
            {[...reasons].map(([why, times]) => (
              <List.Item key={why}>
                {countText(times, 'record')}: {why}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <MovedStandings standings={standings} none="No standing moves by it." />
    </Stack>
  );
}
