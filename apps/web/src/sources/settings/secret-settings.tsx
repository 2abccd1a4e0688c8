import { Alert, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { AnotherSecret } from '../../kit/another-secret.js';
import { instantText } from '../../time/words.js';
import { Copied } from '../copied.js';
import { addressOf, makeSecret, type Source } from '../tools.js';

const OVERLAPS = {
  PT1M: 'Ends in a minute',
  PT1H: 'Holds for an hour more',
  P1D: 'Holds for a day more',
  P7D: 'Holds for a week more',
  P30D: 'Holds for 30 days more',
} as const;

/** Which secrets hold, and another one. */
export function SecretSettings({ source }: { readonly source: Source }) {
  const { previousEndsAt } = source;
  const [asking, { open, close }] = useDisclosure();
  const [secret, setSecret] = useState<string>();
  return (
    <>
      <Text size="sm">
        {previousEndsAt
          ? `Two hold: the one of now, which does not end, and the one before until ${instantText(previousEndsAt)}.`
          : 'One holds, and does not end.'}
      </Text>
      {secret && (
        <Alert
          color="teal"
          role="status"
          title="The new secret: copy it now, it is not shown again"
          withCloseButton
          closeButtonLabel="I have kept it"
          onClose={() => setSecret(undefined)}
        >
          {source.kind === 'salesforce' ? (
            <Copied label="Address with the secret" value={addressOf(source, secret)} />
          ) : (
            <Copied label="Secret" value={secret} />
          )}
        </Alert>
      )}
      <div>
        <Button variant="default" leftSection={<IconKey size={16} />} onClick={open}>
          Make another secret
        </Button>
      </div>
      {asking && (
        <Rotate
          source={source}
          onClose={close}
          onMade={(made) => {
            setSecret(made);
            close();
          }}
        />
      )}
    </>
  );
}

interface RotateProps {
  readonly source: Source;
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}

function Rotate({ source: { name, previousEndsAt }, onClose, onMade }: RotateProps) {
  const queries = useQueryClient();
  const rotate = api.useMutation('post', '/api/v1/sources/{source}/rotation', {
    onSuccess: async (_, { body }) => {
      await queries.invalidateQueries();
      onMade(body.secret);
    },
  });
  const path = { params: { path: { source: name } } };
  return (
    <AnotherSecret
      name={name}
      label="The secret of now"
      overlaps={OVERLAPS}
      busy={rotate.isPending}
      thrown={rotate.error}
      onMake={(overlap) => rotate.mutate({ ...path, body: { secret: makeSecret(), overlap } })}
      onClose={onClose}
    >
      So long the tool may go on with it, until it has the new one.
      {previousEndsAt && ' The one before it ends now: two hold at most.'}
    </AnotherSecret>
  );
}
