import { Alert, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../api/client.js';
import { forPeople } from '../../api/faults.js';
import { ButtonLink } from '../../kit/links.js';
import { useReturnFocus } from '../../kit/return-focus.js';
import { instantText } from '../../time/words.js';
import { InTheTool } from '../in-the-tool.js';
import { RefusedBox } from '../refused-box.js';
import { StatusBadge } from '../status-badge.js';
import { type Source, TOOLS } from '../tools.js';

interface ListenToProps {
  readonly made: Source;
  readonly secret: string;
  readonly onClose: () => void;
}

/** What somebody does in the tool now, and whether it is heard already. */
export function ListenTo({ made, secret, onClose }: ListenToProps): ReactElement {
  useReturnFocus();
  const { name, kind } = made;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      title={
        <Text
          fw={650}
        >{`Now in ${kind === 'generic' ? 'the tool' : TOOLS[kind].title} (step 3 of 3)`}</Text>
      }
    >
      <Stack>
        <InTheTool source={made} secret={secret} />
        <Heard name={name} />
        <Group justify="flex-end">
          <ButtonLink to="/sources/$source" params={{ source: name }}>
            I have kept the secret: to the source
          </ButtonLink>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Somebody looks at it and at the tool by turns, for minutes at most. */
const SOON_MS = 1_000;

function Heard({ name }: { readonly name: string }) {
  const again = { refetchInterval: SOON_MS };
  const { data } = api.useQuery(
    'get',
    '/api/v1/sources/{source}/deliveries',
    { params: { path: { source: name }, query: { limit: 1 } } },
    again,
  );
  const { data: source } = api.useQuery(
    'get',
    '/api/v1/sources/{source}',
    { params: { path: { source: name } } },
    again,
  );
  const [first] = data?.items ?? [];
  if (!first) {
    return (
      <Stack gap="xs">
        {source && <RefusedBox source={source} beside />}
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">
            {source && source.health.refused.length > 0
              ? 'Waiting for one that is not refused …'
              : 'Waiting for the first delivery …'}
          </Text>
        </Group>
      </Stack>
    );
  }
  return (
    <Alert color="teal" icon={<IconCircleCheck />} title="It is heard" role="status">
      <Group gap="xs">
        <Text size="sm">
          {first.event || 'A delivery'} came on {instantText(first.receivedAt)}
        </Text>
        <StatusBadge status={first.status} />
      </Group>
      {first.reason && <Text size="sm">{forPeople(first.reason)}</Text>}
    </Alert>
  );
}
