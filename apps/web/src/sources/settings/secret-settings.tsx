import { Alert, Button, NativeSelect, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { instantText } from '../../time/words.js';
import { Copied } from '../copied.js';
import { addressOf, makeSecret, type Source } from '../tools.js';

const OVERLAPS = [
  { value: 'PT1M', label: 'Ends in a minute' },
  { value: 'PT1H', label: 'Holds for an hour more' },
  { value: 'P1D', label: 'Holds for a day more' },
  { value: 'P7D', label: 'Holds for a week more' },
  { value: 'P30D', label: 'Holds for 30 days more' },
];

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
        <AnotherSecret
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

interface AnotherSecretProps {
  readonly source: Source;
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}

function AnotherSecret({ source: { name, previousEndsAt }, onClose, onMade }: AnotherSecretProps) {
  const queries = useQueryClient();
  const [overlap, setOverlap] = useState('P1D');
  const rotate = api.useMutation('post', '/api/v1/sources/{source}/rotation', {
    onSuccess: async (_, { body }) => {
      await queries.invalidateQueries();
      onMade(body.secret);
    },
  });
  return (
    <FormDialog
      title={`Another secret for “${name}”`}
      save="Make it"
      size="md"
      onSave={() =>
        rotate.mutate({
          params: { path: { source: name } },
          body: { secret: makeSecret(), overlap },
        })
      }
      onClose={onClose}
      busy={rotate.isPending}
      typed={false}
      thrown={rotate.error}
    >
      <NativeSelect
        label="The secret of now"
        data={OVERLAPS}
        value={overlap}
        onChange={({ currentTarget }) => setOverlap(currentTarget.value)}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        So long the tool may go on with it, until it has the new one.
        {previousEndsAt && ' The one before it ends now: two hold at most.'}
      </Text>
    </FormDialog>
  );
}
