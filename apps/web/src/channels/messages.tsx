import { Box, Group, List, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { SeverityBadge } from '../alerts/severity.js';
import { SentDrawer } from '../endpoints/sent-drawer.js';
import { SentList } from '../endpoints/sent-list.js';
import { TextLink } from '../kit/links.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { countText, numberText, withDays } from '../time/words.js';
import { type Message, useMessage, type useMessages } from './queries.js';

interface MessagesProps {
  readonly name: string;
  readonly query: ReturnType<typeof useMessages>;
}

/** What a channel was sent and is to be sent, the last first. */
export function Messages({ name, query }: MessagesProps): ReactElement {
  return (
    <SentList title="Messages" query={query} what={whatText}>
      {(message, close) => <MessageDrawer name={name} message={message} onClose={close} />}
    </SentList>
  );
}

function whatText({ notices }: Message): string {
  return notices === 0 ? 'Test message' : countText(notices, 'thing');
}

interface MessageDrawerProps {
  readonly name: string;
  /** As the list knows it. */
  readonly message: Message;
  readonly onClose: () => void;
}

/** What people were told by a message, where, and what came of it. */
function MessageDrawer({ name, message, onClose }: MessageDrawerProps) {
  const { data, error } = useMessage(name, message);
  return (
    <SentDrawer
      title={data?.title ?? whatText(message)}
      sent={message}
      onClose={onClose}
      answer={message.status === 'delivered' ? [['Answer', 'It was taken']] : []}
      about={data ? [['To', data.to ?? 'An address that is not known any more']] : []}
      content={
        <>
          {data && <Said said={data} />}
          {!data && (error ? <FaultPanel thrown={error} /> : <Skeleton h={80} />)}
        </>
      }
    />
  );
}

function Said({ said: { told, more } }: { readonly said: Schemas['ReadChannelMessage'] }) {
  return (
    <Stack gap="xs" component="section" aria-label="What it says">
      <List listStyleType="none" spacing="xs" size="sm">
        {told.map(({ severity, text, path }, index) => (
          <List.Item key={index}>
            <Group gap="xs" align="baseline">
              <Box w={132}>
                <SeverityBadge severity={severity} />
              </Box>
              <Text size="sm" style={{ flex: '1 1 220px', overflowWrap: 'anywhere' }}>
                {withDays(text)}{' '}
                <TextLink to={path} size="sm" aria-label={`Open: ${text}`}>
                  Open
                </TextLink>
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
      {more > 0 && <Text size="sm">And {numberText(more)} more.</Text>}
    </Stack>
  );
}
