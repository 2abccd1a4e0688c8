import {
  Accordion,
  ActionIcon,
  Badge,
  Button,
  Group,
  List,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { countText } from '../time/words.js';
import { Grants } from './grants.js';

const ALL = { params: { query: { limit: 500 } } } as const;

/** Groups: what a directory or a provider calls sets of people, and which roles that gives. */
export function GroupsPage(): ReactElement {
  const query = api.useQuery('get', '/api/v1/groups', ALL);
  return (
    <Page
      title="Groups"
      lead="A role given to a group is held by everybody in it. A group whose name a provider puts into its claims fills by itself."
    >
      <AddGroup />
      <QueryView query={query} height={240}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="There is no group yet">
              Add one that is called as your provider or directory calls it, and give it a role.
            </Empty>
          ) : (
            <Accordion variant="separated" order={2}>
              {items.map((group) => (
                <GroupItem key={group.id} group={group} />
              ))}
            </Accordion>
          )
        }
      </QueryView>
    </Page>
  );
}

function useChanged() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/groups'),
    });
}

function AddGroup() {
  const [name, setName] = useState('');
  const changed = useChanged();
  const add = api.useMutation('post', '/api/v1/groups', {
    onSuccess: async () => {
      setName('');
      await changed();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body: { name } });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label="New group"
          required
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" loading={add.isPending}>
          Add the group
        </Button>
      </Group>
      {add.isError && <FaultPanel thrown={add.error} />}
    </form>
  );
}

function GroupItem({
  group: { id, name, members, externalId },
}: {
  readonly group: Schemas['Group'];
}) {
  return (
    <Accordion.Item value={id}>
      <Accordion.Control>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {countText(members, 'member')}
          </Text>
          {externalId && (
            <Badge tt="none" variant="outline" color="gray">
              From the directory
            </Badge>
          )}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack>
          <Grants of={{ group: id }} name={`Everybody in ${name}`} />
          <Members id={id} name={name} />
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Members({ id, name }: { readonly id: string; readonly name: string }) {
  const changed = useChanged();
  const query = api.useQuery('get', '/api/v1/groups/{id}/members', {
    params: { path: { id }, query: { limit: 500 } },
  });
  const people = api.useQuery('get', '/api/v1/people', ALL);
  const put = api.useMutation('put', '/api/v1/groups/{id}/members/{person}', {
    onSuccess: changed,
  });
  const take = api.useMutation('delete', '/api/v1/groups/{id}/members/{person}', {
    onSuccess: changed,
  });
  const remove = api.useMutation('delete', '/api/v1/groups/{id}', { onSuccess: changed });
  return (
    <QueryView query={query} height={60}>
      {({ items }) => (
        <Stack gap="xs">
          <List size="sm">
            {items.map(({ person, name: called, issuer }) => (
              <List.Item key={person}>
                <Group gap="xs">
                  {called}
                  {issuer ? (
                    <Text size="sm" c="dimmed">
                      by the claims of {issuer}
                    </Text>
                  ) : (
                    <ActionIcon
                      size={24}
                      variant="subtle"
                      color="gray"
                      aria-label={`Take ${called} out of ${name}`}
                      onClick={() => take.mutate({ params: { path: { id, person } } })}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  )}
                </Group>
              </List.Item>
            ))}
          </List>
          <Group align="flex-end" gap="sm">
            <Select
              label="Add somebody"
              placeholder="Choose a person"
              searchable
              value={null}
              data={(people.data?.items ?? [])
                .filter((one) => !items.some(({ person }) => person === one.id))
                .map((one) => ({ value: one.id, label: `${one.name}, ${one.email}` }))}
              onChange={(person) => person && put.mutate({ params: { path: { id, person } } })}
            />
            <Button
              variant="default"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ params: { path: { id } } })}
            >
              Remove the group
            </Button>
          </Group>
          {[put, take, remove].map(({ isError, error }, index) =>
            isError ? <FaultPanel key={['put', 'take', 'remove'][index]} thrown={error} /> : null,
          )}
        </Stack>
      )}
    </QueryView>
  );
}
