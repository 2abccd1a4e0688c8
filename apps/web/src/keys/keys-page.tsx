import { Badge, Button, Code, Menu, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { ShownOnce } from '../kit/shown-once.js';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { ROLE_TEXTS, type Role } from '../people/roles.js';
import { countText, dayText, instantText } from '../time/words.js';
import { MakeKey } from './make-key.js';

type Key = Schemas['Key'];

/** The keys that programs use: what each may do, when it was used last, and its end. */
export function KeysPage(): ReactElement {
  const [making, { open, close }] = useDisclosure();
  const [shown, setShown] = useState<Shown>();
  const query = api.useQuery('get', '/api/v1/keys', { params: { query: { limit: 500 } } });
  return (
    <Page
      title="Keys"
      lead="For programs that ask or record; people sign in. A key is shown once and kept as a hash."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          Make a key
        </Button>
      }
    >
      {shown && (
        <ShownOnce
          what={`The key “${shown.name}”`}
          value={shown.key}
          onClose={() => setShown(undefined)}
        />
      )}
      <QueryView query={query} height={320}>
        {({ items }) => <Keys keys={items} onShown={setShown} />}
      </QueryView>
      {making && (
        <MakeKey
          onClose={close}
          onMade={(name, key) => {
            close();
            setShown({ name, key });
          }}
        />
      )}
    </Page>
  );
}

interface Shown {
  readonly name: string;
  readonly key: string;
}

function Keys({
  keys,
  onShown,
}: {
  readonly keys: readonly Key[];
  readonly onShown: (shown: Shown) => void;
}) {
  const queries = useQueryClient();
  const changed = () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/keys'] });
  const rotate = api.useMutation('post', '/api/v1/keys/{id}/rotation', { onSuccess: changed });
  const revoke = api.useMutation('delete', '/api/v1/keys/{id}', { onSuccess: changed });
  const turn = async (key: Key, overlap: string | undefined) => {
    const made = await rotate.mutateAsync({
      params: { path: { id: key.id } },
      body: overlap ? { overlap } : {},
    });
    onShown({ name: key.name, key: made.key });
  };
  if (keys.length === 0)
    return <Empty title="There is no key">Make one for the first program.</Empty>;
  return (
    <Stack>
      {[rotate, revoke].map(({ isError, error }, index) =>
        isError ? <FaultPanel key={index === 0 ? 'rotate' : 'revoke'} thrown={error} /> : null,
      )}
      <TableFrame minWidth={760}>
        <Table striped fz="sm" aria-label="Keys">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>May</Table.Th>
              <Table.Th>Last used</Table.Th>
              <Table.Th>Ends</Table.Th>
              <Table.Th>
                <VisuallyHidden>Do</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <KeyRow
                key={key.id}
                entry={key}
                onRotate={(overlap) => void turn(key, overlap).catch(() => undefined)}
                onRevoke={() => revoke.mutate({ params: { path: { id: key.id } } })}
              />
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </Stack>
  );
}

interface KeyRowProps {
  readonly entry: Key;
  readonly onRotate: (overlap: string | undefined) => void;
  readonly onRevoke: () => void;
}

function KeyRow({ entry, onRotate, onRevoke }: KeyRowProps) {
  const { name, prefix, role, under, scopes, milestones, lastUsedAt } = entry;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Code>{prefix}…</Code>
      </Table.Td>
      <Table.Td>
        {ROLE_TEXTS[role as Role]?.title ?? role},{' '}
        {under ? <UnitLink unit={under} /> : 'whole program'}
        {(scopes || milestones) && (
          <Text size="xs" c="dimmed">
            {[
              scopes && `only: ${scopes.join(', ')}`,
              milestones && `only ${countText(milestones.length, 'milestone')}`,
            ]
              .filter(Boolean)
              .join('; ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{lastUsedAt ? instantText(lastUsedAt) : 'Never'}</Table.Td>
      <Table.Td>
        <Ends entry={entry} />
      </Table.Td>
      <Table.Td>
        {!entry.revokedAt && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="compact-sm" variant="default" rightSection={<IconDots size={14} />}>
                Change
                <VisuallyHidden>{` ${name}`}</VisuallyHidden>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onRotate('P7D')}>
                New secret; the old one stays valid for a week
              </Menu.Item>
              <Menu.Item onClick={() => onRotate(undefined)}>
                New secret; the old one ends at once
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item color="red" onClick={onRevoke}>
                Revoke it for good
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Ends({ entry: { revokedAt, expiresOn, previousEndsAt } }: { readonly entry: Key }) {
  if (revokedAt) {
    return (
      <Badge tt="none" color="gray" variant="outline">
        Revoked {dayText(revokedAt)}
      </Badge>
    );
  }
  return (
    <>
      {expiresOn ? `After ${dayText(expiresOn)}` : 'Does not end'}
      {previousEndsAt && (
        <Text size="xs" c="dimmed">
          its old secret until {instantText(previousEndsAt)}
        </Text>
      )}
    </>
  );
}
