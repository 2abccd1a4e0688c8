import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBellRinging, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { DisabledBadge } from '../endpoints/disabled.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { UnitLink } from '../kit/unit-link.js';
import { countText } from '../time/words.js';
import { ChannelForm } from './channel-form.js';
import {
  type Channel,
  KIND_TEXTS,
  type Kind,
  whatText,
  whenText,
  whereText,
} from './channel-words.js';
import { useChannels } from './queries.js';

const KINDS = Object.keys(KIND_TEXTS) as readonly Kind[];

/** Where people are told what needs them. */
export function ChannelsPage(): ReactElement {
  const [adding, { open, close }] = useDisclosure();
  const navigate = useNavigate();
  const query = useChannels();
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      Add a channel
    </Button>
  );
  return (
    <Page
      title="Channels"
      lead={
        <>
          Where people are told what needs them: rooms in Slack and Teams, mailboxes. Other systems
          have <TextLink to="/subscriptions">subscriptions</TextLink>.
        </>
      }
      actions={query.data?.items.length === 0 ? undefined : add}
    >
      <QueryView query={query} height={320}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nobody is told yet" icon={<IconBellRinging size={22} />}>
              <Stack align="center" gap="sm">
                <span>
                  A room in Slack or Teams, or a mailbox, is told of alerts that open and of
                  standings that rise or fall, at once or as a digest.
                </span>
                {add}
              </Stack>
            </Empty>
          ) : (
            <Stack gap="lg">
              {KINDS.map((kind) => (
                <OfKind
                  key={kind}
                  kind={kind}
                  channels={items.filter((channel) => channel.kind === kind)}
                />
              ))}
            </Stack>
          )
        }
      </QueryView>
      {adding && (
        <ChannelForm
          taken={query.data?.items.map(({ name }) => name) ?? []}
          onClose={close}
          onDone={(name) => {
            close();
            void navigate({ to: '/channels/$channel', params: { channel: name } });
          }}
        />
      )}
    </Page>
  );
}

function OfKind({
  kind,
  channels,
}: {
  readonly kind: Kind;
  readonly channels: readonly Channel[];
}) {
  if (channels.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby={`kind-${kind}`}>
      <Title order={2} size="h4" id={`kind-${kind}`}>
        {KIND_TEXTS[kind]}
      </Title>
      {channels.map((channel) => (
        <ChannelCard key={channel.id} channel={channel} />
      ))}
    </Stack>
  );
}

function ChannelCard({ channel }: { readonly channel: Channel }) {
  const { name, under, severities, as, disabled, waiting } = channel;
  return (
    <Card withBorder component="article" padding="md" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
          <Title order={3} size="h5">
            <TextLink to="/channels/$channel" params={{ channel: name }}>
              {name}
            </TextLink>
          </Title>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {whereText(channel)}, {whenText(as)}
          </Text>
          <Text size="sm" c="dimmed">
            {capital(whatText(severities))}
            {under && (
              <>
                , of <UnitLink unit={under} size="sm" /> and below
              </>
            )}
          </Text>
        </Stack>
        <Group gap="xs">
          {waiting > 0 && (
            <Badge tt="none" color="gray" variant="outline">
              {countText(waiting, 'thing')} to be told
            </Badge>
          )}
          {disabled && <DisabledBadge />}
        </Group>
      </Group>
    </Card>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
