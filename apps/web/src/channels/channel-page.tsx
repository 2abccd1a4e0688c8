import { Card, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../api/client.js';
import { unitNameOf } from '../api/unit-names.js';
import { DisabledAlert } from '../endpoints/disabled.js';
import { EndpointActions } from '../endpoints/endpoint-actions.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { countText, instantText } from '../time/words.js';
import { ChannelForm } from './channel-form.js';
import { type Channel, toldText, whereText } from './channel-words.js';
import { Messages } from './messages.js';
import { useChannel, useMessages } from './queries.js';

/** One channel: what it is told and when, what it was sent; and what can be done with it. */
export function ChannelPage(): ReactElement {
  const { channel: name } = useParams({ from: '/channels/$channel' });
  const query = useChannel(name);
  return (
    <Page
      title={name}
      above={
        <TextLink to="/channels" size="sm">
          Channels
        </TextLink>
      }
    >
      <QueryView query={query} height={220}>
        {(channel) => <Told key={name} channel={channel} />}
      </QueryView>
    </Page>
  );
}

function Told({ channel }: { readonly channel: Channel }) {
  const { name, kind, under, severities, rules, as, quietHours, disabled } = channel;
  const [changing, setChanging] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const messages = useMessages(name);
  const path = { params: { path: { name } } };
  const changed = () => queries.invalidateQueries();
  const test = api.useMutation('post', '/api/v1/channels/{name}/test', { onSuccess: changed });
  const use = api.useMutation('put', '/api/v1/channels/{name}', { onSuccess: changed });
  const remove = api.useMutation('delete', '/api/v1/channels/{name}', {
    onSuccess: async () => {
      await navigate({ to: '/channels' });
      await changed();
    },
  });
  const tested = messages.data?.pages
    .flatMap(({ items }) => items)
    .find(({ id }) => id === test.data?.id);
  const close = () => setChanging(false);
  return (
    <Stack gap="lg">
      <Facts channel={channel} />
      <EndpointActions
        name={name}
        disabled={disabled !== null}
        usable={channel.to !== null}
        use={use}
        onUse={() =>
          use.mutate({ ...path, body: { kind, under, severities, rules, as, quietHours } })
        }
        test={test}
        onTest={() => test.mutate(path)}
        tested={tested}
        onChange={() => setChanging(true)}
        remove={remove}
        onRemove={() => remove.mutate(path)}
        goes="Nothing is told there any more. What is still to be told goes with it, and so does the list of its messages."
      />
      <Messages name={name} query={messages} />
      {changing && <ChannelForm of={channel} onClose={close} onDone={close} />}
    </Stack>
  );
}

const DISABLED_TEXTS: Readonly<Record<NonNullable<Channel['disabled']>['because'], string>> = {
  gone: 'Its webhook is gone: it answered that there is none any more. Make another one there, and put its address in.',
  failing:
    'It took nothing for five days. Mend it, then use the channel again; what happened meanwhile is not told.',
  erased: 'Whose mailbox it was has been erased. Put in another one, or take the channel away.',
};

/** Where and when it tells people of what; and why it does not any more. */
function Facts({ channel }: { readonly channel: Channel }) {
  const { under, rules, disabled, waiting, dueAt } = channel;
  const { data: unit } = useQuery({ ...unitNameOf(under ?? ''), enabled: under !== null });
  return (
    <Stack gap="sm">
      {disabled && (
        <DisabledAlert since={disabled.at}>{DISABLED_TEXTS[disabled.because]}</DisabledAlert>
      )}
      <Card withBorder padding="md">
        <Stack gap={4}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {whereText(channel)}
          </Text>
          <Text size="sm">
            {toldText({
              ...channel,
              rules: rules && rules.length,
              under: under && (unit ?? under),
            })}
          </Text>
          {waiting > 0 && (
            <Text size="sm" c="dimmed">
              {countText(waiting, 'thing')} to be told
              {dueAt ? `, ${instantText(dueAt)}` : ''}.
            </Text>
          )}
        </Stack>
      </Card>
    </Stack>
  );
}
