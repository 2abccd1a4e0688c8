import { Alert, Stack, Text, Title } from '@mantine/core';
import { api } from '../api/client.js';
import { QueryView } from '../kit/query-view.js';
import { StandingChanges } from '../recording/standing-changes.js';

/** What approving a proposal now would change, or why it would be refused. */
export function Foreseen({ id }: { readonly id: string }) {
  const query = api.useQuery('get', '/api/v1/proposals/{id}', { params: { path: { id } } });
  return (
    <QueryView query={query} height={120}>
      {({ preview, obstacle }) => (
        <Stack gap="xs" component="section" aria-label="What it would change">
          <Title order={3} size="h5">
            What approving it would change
          </Title>
          {obstacle && (
            <Alert color="orange" title="It would be refused now">
              <Text size="sm">{obstacle}</Text>
            </Alert>
          )}
          {preview && <StandingChanges comparison={preview} />}
        </Stack>
      )}
    </QueryView>
  );
}
