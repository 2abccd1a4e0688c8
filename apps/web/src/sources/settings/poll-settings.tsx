import {
  Alert,
  Button,
  Group,
  NativeSelect,
  PasswordInput,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { fieldFaults } from '../../kit/field-faults.js';
import { instantText } from '../../time/words.js';
import { type Source, TOOLS } from '../tools.js';

const EVERY = [
  { value: 'PT5M', label: 'Every 5 minutes' },
  { value: 'PT15M', label: 'Every 15 minutes' },
  { value: 'PT1H', label: 'Every hour' },
  { value: 'PT6H', label: 'Every 6 hours' },
  { value: 'P1D', label: 'Every day' },
];

const FIELDS = {
  '/poll/url': 'url',
  '/poll/projects': 'projects',
  '/poll/credentials/user': 'user',
  '/poll/credentials': 'token',
  '/poll/every': 'every',
} as const;

/** What is typed of how a tool is asked. */
interface Wish {
  readonly url: string;
  readonly projects: readonly string[];
  readonly user: string;
  readonly token: string;
  readonly every: string;
}

const wishOf = ({ poll }: Source): Wish => ({
  ...{ url: poll?.url ?? '', projects: poll?.projects ?? [], user: '', token: '' },
  every: poll?.every ?? 'PT15M',
});

/** How a tool is asked for what it did not send, how far that came, and ending it. */
export function PollSettings({ source }: { readonly source: Source }) {
  const { name, kind, poll } = source;
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Partial<Wish>>({});
  const put = api.useMutation('put', '/api/v1/sources/{source}', {
    onSuccess: async () => {
      notifications.show({ message: 'It is kept.' });
      await queries.invalidateQueries();
      setTyped({});
    },
  });
  const wish = { ...wishOf(source), ...typed };
  const errors = fieldFaults(put.error, FIELDS);
  const change = (more: Partial<Wish>) => setTyped({ ...typed, ...more });
  const save = (next: Schemas['PutPoll'] | null) =>
    put.mutate({ params: { path: { source: name } }, body: { kind, poll: next } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(toPoll(wish));
      }}
    >
      <Stack gap="sm">
        {poll && <Reached poll={poll} />}
        <PollFields
          kind={kind}
          wish={wish}
          held={poll !== null}
          errors={errors}
          onChange={change}
        />
        {put.isError && <FaultPanel thrown={put.error} />}
        <Group gap="xs">
          <Button
            type="submit"
            loading={put.isPending}
            disabled={poll !== null && Object.keys(typed).length === 0}
          >
            {poll ? 'Save' : 'Ask it from now on'}
          </Button>
          {poll && (
            <Button variant="default" loading={put.isPending} onClick={() => save(null)}>
              Ask it no more
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function toPoll({ url, projects, user, token, every }: Wish): Schemas['PutPoll'] {
  const credentials = { ...(user.trim() ? { user: user.trim() } : {}), token: token.trim() };
  return {
    ...(url.trim() ? { url: url.trim() } : {}),
    ...{ projects: [...projects], every },
    ...(token.trim() ? { credentials } : {}),
  };
}

function Reached({ poll }: { readonly poll: NonNullable<Source['poll']> }) {
  const { reachedAt, polledAt, nextAt, failure } = poll;
  return (
    <>
      <Text size="sm">
        {polledAt
          ? `Nothing is left to fetch up to ${instantText(reachedAt)}. It was asked last on ${instantText(polledAt)}.`
          : `It was not asked yet; what changed since ${instantText(reachedAt)} will be fetched.`}{' '}
        Next: {instantText(nextAt)}.
      </Text>
      {failure && (
        <Alert color="red" title="It could not be asked" role="alert">
          {failure}
        </Alert>
      )}
    </>
  );
}

interface PollFieldsProps {
  readonly kind: Source['kind'];
  readonly wish: Wish;
  /** Whether credentials are kept already. */
  readonly held: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (more: Partial<Wish>) => void;
}

function PollFields({ kind, wish, held, errors, onChange }: PollFieldsProps) {
  const { asked } = TOOLS[kind];
  if (!asked) return null;
  const every = EVERY.some(({ value }) => value === wish.every)
    ? EVERY
    : [...EVERY, { value: wish.every, label: wish.every }];
  return (
    <>
      <TagsInput
        label={asked.projects}
        description={`Enter after each, as ${asked.example}`}
        required
        value={[...wish.projects]}
        error={errors.projects}
        onChange={(projects) => onChange({ projects })}
      />
      <TextInput
        label="Address"
        description={
          asked.url ? `Empty: ${asked.url}` : 'Of your site, as https://contoso.atlassian.net'
        }
        type="url"
        required={!asked.url}
        maxLength={500}
        value={wish.url}
        error={errors.url}
        onChange={({ currentTarget }) => onChange({ url: currentTarget.value })}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        {kind === 'jira' && (
          <TextInput
            label="Account"
            description="Its e-mail address"
            autoComplete="off"
            maxLength={200}
            value={wish.user}
            error={errors.user}
            onChange={({ currentTarget }) => onChange({ user: currentTarget.value })}
          />
        )}
        <PasswordInput
          label={asked.token}
          description={
            held ? 'Empty: the one it has. Another address needs it anew' : 'Never shown again'
          }
          autoComplete="off"
          required={!held}
          maxLength={4000}
          value={wish.token}
          error={errors.token}
          onChange={({ currentTarget }) => onChange({ token: currentTarget.value })}
        />
      </Group>
      <NativeSelect
        label="How often"
        data={every}
        value={wish.every}
        error={errors.every}
        onChange={({ currentTarget }) => onChange({ every: currentTarget.value })}
        style={{ alignSelf: 'flex-start' }}
      />
    </>
  );
}
