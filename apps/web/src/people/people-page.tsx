import {
  Accordion,
  Alert,
  Badge,
  Button,
  Code,
  CopyButton,
  Group,
  Stack,
  Text,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { More } from '../kit/more.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { instantText } from '../time/words.js';
import { AddPerson } from './add-person.js';
import { Grants } from './grants.js';

type Person = Schemas['Person'];

/** Who may sign in, and what they may do. */
export function PeoplePage(): ReactElement {
  const [adding, { open, close }] = useDisclosure();
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/people',
    { params: { query: { limit: 100 } } },
    byCursor,
  );
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title="People"
      lead="Who may sign in. Roles say what somebody may do, and how far down the organisation that reaches."
      actions={
        <Button leftSection={<IconUserPlus size={16} />} onClick={open}>
          Add somebody
        </Button>
      }
    >
      <QueryView query={query} height={320}>
        {() => (
          <Stack>
            <Accordion variant="separated" order={2}>
              {people.map((person) => (
                <PersonItem key={person.id} person={person} />
              ))}
            </Accordion>
            <More query={query} />
          </Stack>
        )}
      </QueryView>
      {adding && <AddPerson onClose={close} />}
    </Page>
  );
}

function PersonItem({ person }: { readonly person: Person }) {
  const { id, name, email, active, externalId } = person;
  return (
    <Accordion.Item value={id}>
      <Accordion.Control>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {email}
          </Text>
          {!active && (
            <Badge tt="none" color="gray" variant="outline">
              Cannot sign in
            </Badge>
          )}
          {externalId && (
            <Badge tt="none" variant="outline" color="gray">
              From the directory
            </Badge>
          )}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack>
          <Grants of={{ person: id }} name={name} />
          <Actions person={person} />
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Actions({ person: { id, name, active } }: { readonly person: Person }) {
  const queries = useQueryClient();
  const changed = () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/people'] });
  const change = api.useMutation('put', '/api/v1/people/{id}', { onSuccess: changed });
  const recover = api.useMutation('post', '/api/v1/people/{id}/recovery');
  const path = { params: { path: { id } } };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={recover.isPending}
          onClick={() => recover.mutate({ ...path, body: { withoutCode: false } })}
        >
          Make a link to sign in
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={recover.isPending}
          onClick={() => recover.mutate({ ...path, body: { withoutCode: true } })}
        >
          Make a link without the one-time code
        </Button>
        <Button
          size="xs"
          variant="default"
          color={active ? 'red' : undefined}
          loading={change.isPending}
          onClick={() => change.mutate({ ...path, body: { active: !active } })}
        >
          {active ? 'Sign out and lock' : 'Let in again'}
        </Button>
      </Group>
      {recover.data && <SignInLink name={name} link={recover.data} />}
      {recover.isError && <FaultPanel thrown={recover.error} />}
      {change.isError && <FaultPanel thrown={change.error} />}
    </Stack>
  );
}

function SignInLink({ name, link }: { readonly name: string; readonly link: Schemas['Recovery'] }) {
  return (
    <Alert role="status" title={`Give this link to ${name}; it is shown this once`}>
      <Stack gap="xs">
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
          {link.url}
        </Code>
        <Group gap="xs">
          <CopyButton value={link.url}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy it'}
              </Button>
            )}
          </CopyButton>
          <Text size="sm">
            It works once, until {instantText(link.expiresAt)}, and sets a new password.
          </Text>
        </Group>
      </Stack>
    </Alert>
  );
}
