import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { AnotherSecret } from '../kit/another-secret.js';
import { newSecret } from './secret.js';

interface RotateSecretProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (secret: string) => void;
}

const OVERLAPS = {
  PT1H: 'For an hour',
  P1D: 'For a day',
  P7D: 'For a week',
  P30D: 'For 30 days',
} as const;

/** Gives a subscription another secret; both sign for a while. */
export function RotateSecret({ name, onClose, onDone }: RotateSecretProps): ReactElement {
  const queries = useQueryClient();
  const rotate = api.useMutation('post', '/api/v1/subscriptions/{name}/rotation', {
    onSuccess: async (_, { body }) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/subscriptions/{name}'] });
      onDone(body.secret);
    },
  });
  return (
    <AnotherSecret
      name={name}
      label="The secret of now signs as well"
      overlaps={OVERLAPS}
      busy={rotate.isPending}
      thrown={rotate.error}
      onMake={(overlap) =>
        rotate.mutate({ params: { path: { name } }, body: { secret: newSecret(), overlap } })
      }
      onClose={onClose}
    >
      Until then what is sent carries a signature of each, so that the endpoint can be given the new
      one meanwhile. The new one is shown once.
    </AnotherSecret>
  );
}
