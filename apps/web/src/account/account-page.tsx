import {
  Alert,
  Badge,
  Button,
  Card,
  Code,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { useSession } from '../api/session.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { Page } from '../kit/page.js';
import { UnitLink } from '../kit/unit-link.js';
import { ROLE_TEXTS } from '../people/roles.js';
import { countText, instantText } from '../time/words.js';

/** Who one is here, how one signs in, and where one is signed in. */
export function AccountPage(): ReactElement {
  const { name, email, grants, signedIn } = useSession();
  return (
    <Page title="Your account" lead={[name, email].filter(Boolean).join(', ')}>
      <Stack maw={640}>
        <Card withBorder>
          <Title order={2} size="h4" mb="xs">
            What you may do
          </Title>
          {grants.length === 0 && <Text>You have no role yet. Ask an administrator for one.</Text>}
          {grants.map(({ role, under }) => (
            <Text key={`${role} ${under}`}>
              <strong>{ROLE_TEXTS[role].title}</strong> ({ROLE_TEXTS[role].may}):{' '}
              {under ? (
                <>
                  <UnitLink unit={under} /> and below
                </>
              ) : (
                'the whole program'
              )}
            </Text>
          ))}
        </Card>
        {signedIn?.password && <Password />}
        {signedIn?.password && <Codes on={signedIn.codes} />}
        {signedIn && <Elsewhere signedIn={signedIn} />}
      </Stack>
    </Page>
  );
}

function Password() {
  const form = useForm({ initialValues: { current: '', password: '' } });
  const change = api.useMutation('put', '/api/v1/session/password', {
    onSuccess: () => {
      form.reset();
      notifications.show({ message: 'The password is changed.' });
    },
  });
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        Password
      </Title>
      <form onSubmit={form.onSubmit((body) => change.mutate({ body }))}>
        <Stack gap="sm">
          <PasswordInput
            label="Present password"
            required
            autoComplete="current-password"
            maxLength={512}
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label="New password"
            required
            autoComplete="new-password"
            maxLength={512}
            {...form.getInputProps('password')}
          />
          {change.isError && <FaultPanel thrown={change.error} />}
          <Group>
            <Button type="submit" loading={change.isPending}>
              Change it
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Codes({ on }: { readonly on: boolean }) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<Schemas['PendingCodes']>();
  const [text, setText] = useState('');
  const settled = async () => {
    setPending(undefined);
    setText('');
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/session'] });
  };
  const begin = api.useMutation('post', '/api/v1/session/totp', {
    onSuccess: (found) => {
      setPending(found);
      setText('');
    },
  });
  const confirm = api.useMutation('post', '/api/v1/session/totp/confirmation', {
    onSuccess: settled,
  });
  const end = api.useMutation('post', '/api/v1/session/totp/end', { onSuccess: settled });
  const failed = [begin, confirm, end].find(({ isError }) => isError);
  const code = (label: string) => (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
    />
  );
  return (
    <Card withBorder>
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4">
          One-time codes
        </Title>
        <Badge tt="none" variant="outline" color={on ? 'teal' : 'gray'}>
          {on ? 'Asked at each sign-in' : 'Off'}
        </Badge>
      </Group>
      <Stack gap="sm">
        {pending ? (
          <>
            <Alert title="Put this into your authenticator; it is shown this once">
              <Code block style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
                {pending.secret}
              </Code>
              <Text size="xs" mt="xs" style={{ overflowWrap: 'anywhere' }}>
                {pending.address}
              </Text>
            </Alert>
            {code('The code it shows')}
            <Group>
              <Button
                loading={confirm.isPending}
                disabled={text === ''}
                onClick={() => confirm.mutate({ body: { pending: pending.pending, code: text } })}
              >
                Turn them on
              </Button>
              <Button variant="default" onClick={() => setPending(undefined)}>
                Leave them off
              </Button>
            </Group>
          </>
        ) : on ? (
          <>
            {code('A code of your authenticator')}
            <Group>
              <Button
                variant="default"
                loading={end.isPending}
                disabled={text === ''}
                onClick={() => end.mutate({ body: { code: text } })}
              >
                Turn them off
              </Button>
            </Group>
          </>
        ) : (
          <>
            <PasswordInput
              label="Your password"
              autoComplete="current-password"
              maxLength={512}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <Group>
              <Button
                variant="default"
                loading={begin.isPending}
                disabled={text === ''}
                onClick={() => begin.mutate({ body: { current: text } })}
              >
                Set them up
              </Button>
            </Group>
          </>
        )}
        {failed && <FaultPanel thrown={failed.error} />}
      </Stack>
    </Card>
  );
}

function Elsewhere({
  signedIn,
}: {
  readonly signedIn: NonNullable<Schemas['Session']['signedIn']>;
}) {
  const end = api.useMutation('delete', '/api/v1/session/others', {
    onSuccess: ({ ended }) =>
      notifications.show({ message: `${countText(ended, 'other session')} ended.` }),
  });
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        Signed in
      </Title>
      <Text size="sm" mb="sm">
        By {signedIn.method}, until {instantText(signedIn.expiresAt)} at the latest.
      </Text>
      {end.isError && <FaultPanel thrown={end.error} />}
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate({})}>
        Sign out everywhere else
      </Button>
    </Card>
  );
}
