import {
  Alert,
  Button,
  Card,
  Code,
  CopyButton,
  Group,
  List,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { countText, instantText, numberText } from '../time/words.js';

/** Whether the log is as it was written, and what proves it. */
export function VerificationPage(): ReactElement {
  const query = api.useQuery('get', '/api/v1/log/verification', {}, { staleTime: 0 });
  return (
    <Page
      title="Verification of the log"
      above={
        <TextLink to="/log" size="sm">
          Log
        </TextLink>
      }
      lead="Each event carries the hash of the one before it, and heads of the chain are signed. Whoever changes, removes or adds an event in the database breaks the chain."
      actions={
        <Button loading={query.isFetching} onClick={() => void query.refetch()}>
          Verify again
        </Button>
      }
    >
      <Stack maw={860}>
        <QueryView query={query} height={240}>
          {(found) => <Outcome found={found} />}
        </QueryView>
        <Elsewhere />
      </Stack>
    </Page>
  );
}

function Outcome({ found }: { readonly found: Schemas['Verification'] }) {
  const { ok, length, head, findings, signed } = found;
  return (
    <>
      <Alert
        color={ok ? 'teal' : 'red'}
        icon={ok ? <IconShieldCheck /> : <IconShieldX />}
        role="status"
        title={ok ? 'The log is as it was written' : 'The log was changed'}
      >
        {ok ? (
          <Text size="sm">{countText(length, 'event')} checked, none is missing or different.</Text>
        ) : (
          <List size="sm">
            {findings.map(({ says, position, kind }) => (
              <List.Item key={`${kind} ${position} ${says}`}>
                {position ? `Position ${numberText(position)}: ` : ''}
                {says}
              </List.Item>
            ))}
          </List>
        )}
      </Alert>
      <Card withBorder>
        <Title order={2} size="h5" mb="xs">
          What proves it
        </Title>
        <Stack gap="xs">
          <Text size="sm">
            {signed.newest
              ? `${countText(signed.heads, 'signed head')}: nothing up to position ${numberText(signed.upTo)} was changed since it was signed; the newest is of ${instantText(signed.newest.signedAt)}.`
              : 'No head is signed yet. Sign one, and nobody can change what came before it unseen.'}
          </Text>
          <Group gap="xs">
            <Text size="sm">Head:</Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{head}</Code>
            <CopyButton value={head}>
              {({ copied, copy }) => (
                <Button size="compact-xs" variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </Group>
          <SignNow />
        </Stack>
      </Card>
    </>
  );
}

function SignNow() {
  const queries = useQueryClient();
  const sign = api.useMutation('post', '/api/v1/log/heads', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/log/verification'] });
      notifications.show({ message: 'The head is signed.' });
    },
  });
  return (
    <>
      {sign.isError && <FaultPanel thrown={sign.error} />}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        loading={sign.isPending}
        onClick={() => sign.mutate({})}
      >
        Sign the head now
      </Button>
    </>
  );
}

function Elsewhere() {
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">
        For somebody who does not trust this server
      </Title>
      <Text size="sm" mb="xs">
        Export the log without the keys of what people wrote, and check it on another machine
        against a head that was kept elsewhere: <Code>npm run verify-log</Code> names the first
        event that is not as it was.
      </Text>
      <Button
        component="a"
        href="/api/v1/log/export?keys=none"
        download
        size="xs"
        variant="default"
      >
        Export the log for verification
      </Button>
    </Card>
  );
}
