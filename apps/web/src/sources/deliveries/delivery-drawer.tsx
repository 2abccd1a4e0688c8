import { Anchor, Button, Code, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { QueryView } from '../../kit/query-view.js';
import { TextLink } from '../../kit/links.js';
import { useReturnFocus } from '../../kit/return-focus.js';
import { countText, instantText, numberText, secondText } from '../../time/words.js';
import { lookAgain } from '../rhythm.js';
import { OutcomeBadges, STATUS_TEXTS } from '../status-badge.js';
import { Findings } from './findings.js';
import { reasonText } from './reason-text.js';

interface DeliveryDrawerProps {
  readonly source: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** A delivery with what came, what was found in it, and a way to have it worked off again. */
export function DeliveryDrawer({ source, id, onClose }: DeliveryDrawerProps): ReactElement {
  useReturnFocus();
  const query = api.useQuery(
    'get',
    '/api/v1/sources/{source}/deliveries/{id}',
    { params: { path: { source, id } } },
    { refetchInterval: (asked) => (isOpen(asked.state.data) ? lookAgain(asked) : false) },
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={720}
      title={<Text fw={650}>What came</Text>}
    >
      <QueryView query={query} height={480}>
        {(delivery) => <Shown source={source} delivery={delivery} />}
      </QueryView>
    </Drawer>
  );
}

const isOpen = (delivery: Schemas['DeliveryContent'] | undefined) =>
  delivery?.status === 'received';

interface ShownProps {
  readonly source: string;
  readonly delivery: Schemas['DeliveryContent'];
}

function Shown({ source, delivery }: ShownProps) {
  const { id, status, undone, findings, headers, payload } = delivery;
  const reason = findings.length === 0 ? reasonText(delivery) : undefined;
  const queries = useQueryClient();
  const replay = api.useMutation('post', '/api/v1/sources/{source}/deliveries/{id}/replay', {
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Stack>
      <Group justify="space-between">
        <Group gap="xs" role="status">
          <OutcomeBadges delivery={delivery} />
          <Text size="sm">
            {undone
              ? `what it told was taken back on ${instantText(undone.at)}; replaying records it anew`
              : // why nothing came of it says more
                status === 'ignored' && reason
                ? null
                : STATUS_TEXTS[status].means}
          </Text>
        </Group>
        <Button
          variant="default"
          leftSection={<IconRepeat size={16} />}
          loading={replay.isPending || status === 'received'}
          onClick={() => replay.mutate({ params: { path: { source, id } } })}
        >
          Replay it
        </Button>
      </Group>
      {replay.isError && <FaultPanel thrown={replay.error} />}
      {reason && <Text size="sm">{reason}</Text>}
      {(status === 'ignored' || status === 'rejected') && (
        <TextLink
          to="/sources/$source"
          params={{ source }}
          search={{ part: 'mapping', tried: id }}
          size="sm"
          underline="always"
        >
          Try the mapping on this one
        </TextLink>
      )}
      <Findings findings={findings} reasons />
      <Facts delivery={delivery} />
      <Payload source={source} id={id} payload={payload} />
      <Headers headers={headers} />
    </Stack>
  );
}

function Facts({ delivery }: { readonly delivery: Schemas['DeliveryContent'] }) {
  const { receivedAt, event, toolId, mapping, attempts, workedAt, dueAt } = delivery;
  const told: readonly (readonly [string, string])[] = [
    ['Came', secondText(receivedAt)],
    ['The tool calls it', event || '–'],
    ['The tool’s id of it', toolId],
    [
      'Worked off',
      workedAt
        ? `${instantText(workedAt)}, by version ${mapping ?? '–'} of the mapping, ${countText(attempts, 'attempt')}`
        : 'Not yet',
    ],
    ...(dueAt ? ([['Next attempt', instantText(dueAt)]] as const) : []),
  ];
  return (
    <Table fz="sm" withRowBorders={false} verticalSpacing={2} aria-label="The delivery">
      <Table.Tbody>
        {told.map(([title, text]) => (
          <Table.Tr key={title}>
            <Table.Th fw={500} w={150}>
              {title}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{text}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** More of what came would make the page slow. */
const MOST_SHOWN = 50_000;

interface PayloadProps {
  readonly source: string;
  readonly id: string;
  readonly payload: unknown;
}

function Payload({ source, id, payload }: PayloadProps) {
  const text = JSON.stringify(payload, null, 2) ?? 'null';
  const address = `/api/v1/sources/${encodeURIComponent(source)}/deliveries/${id}`;
  return (
    <section aria-label="Content">
      <Title order={3} size="h5" mb="xs">
        Content
      </Title>
      {payload === null ? (
        <Text size="sm">It cannot be read as JSON.</Text>
      ) : (
        <Code block tabIndex={0} style={{ maxHeight: 480, overflow: 'auto' }}>
          {text.slice(0, MOST_SHOWN)}
        </Code>
      )}
      {text.length > MOST_SHOWN && (
        <Text size="xs" c="dimmed" mt={4}>
          The first {numberText(MOST_SHOWN)} of {numberText(text.length)} characters.{' '}
          <Anchor href={address} target="_blank" size="xs" underline="always">
            All of it as JSON
          </Anchor>
        </Text>
      )}
    </section>
  );
}

function Headers({ headers }: Pick<Schemas['DeliveryContent'], 'headers'>) {
  const given = Object.entries(headers);
  if (given.length === 0) return null;
  return (
    <section aria-label="Headers">
      <Title order={3} size="h5" mb="xs">
        Headers
      </Title>
      <Table fz="xs" verticalSpacing={2} layout="fixed" aria-label="Headers, without secrets">
        <Table.Tbody>
          {given.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th fw={500} style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
