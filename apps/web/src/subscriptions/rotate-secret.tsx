import { NativeSelect, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { api } from '../api/client.js';
import { FormDialog } from '../kit/form-dialog.js';
import { newSecret } from './secret.js';

interface RotateSecretProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (secret: string) => void;
}

const OVERLAPS = [
  { value: 'PT1H', label: 'For an hour' },
  { value: 'P1D', label: 'For a day' },
  { value: 'P7D', label: 'For a week' },
  { value: 'P30D', label: 'For 30 days' },
];

/** Gives a subscription another secret; both sign for a while. */
export function RotateSecret({ name, onClose, onDone }: RotateSecretProps): ReactElement {
  const [overlap, setOverlap] = useState('P1D');
  const queries = useQueryClient();
  const rotate = api.useMutation('post', '/api/v1/subscriptions/{name}/rotation', {
    onSuccess: async (_, { body }) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/subscriptions/{name}'] });
      onDone(body.secret);
    },
  });
  return (
    <FormDialog
      title={`Another secret for “${name}”`}
      save="Make it"
      size="md"
      onSave={() =>
        rotate.mutate({ params: { path: { name } }, body: { secret: newSecret(), overlap } })
      }
      onClose={onClose}
      busy={rotate.isPending}
      typed={false}
      thrown={rotate.error}
    >
      <NativeSelect
        label="The secret of now signs as well"
        data={OVERLAPS}
        value={overlap}
        onChange={({ currentTarget }) => setOverlap(currentTarget.value)}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        Until then what is sent carries a signature of each, so that the endpoint can be given the
        new one meanwhile. The new one is shown once.
      </Text>
    </FormDialog>
  );
}
