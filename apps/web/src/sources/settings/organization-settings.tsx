import { Box, Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { fieldFaults } from '../../kit/field-faults.js';
import type { Source } from '../tools.js';

/** Of which organisation of Salesforce messages are taken. */
export function OrganizationSettings({ source }: { readonly source: Source }) {
  const { name, kind, organization } = source;
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string>();
  const value = typed ?? organization ?? '';
  const save = api.useMutation('put', '/api/v1/sources/{source}', {
    onSuccess: async () => {
      notifications.show({ message: 'It is kept.' });
      await queries.invalidateQueries();
      setTyped(undefined);
    },
  });
  const { organization: fault } = fieldFaults(save.error, { '/organization': 'organization' });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const body = { kind, organization: value.trim() };
        save.mutate({ params: { path: { source: name } }, body });
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label="Organisation id"
          description="Setup → Company Information; begins with 00D"
          required
          maxLength={18}
          value={value}
          error={fault}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button
          type="submit"
          loading={save.isPending}
          disabled={value.trim() === (organization ?? '')}
        >
          Save
        </Button>
      </Group>
      {save.isError && (
        <Box mt="sm">
          <FaultPanel thrown={save.error} />
        </Box>
      )}
    </form>
  );
}
