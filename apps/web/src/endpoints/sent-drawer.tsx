import { Code, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useReturnFocus } from '../kit/return-focus.js';
import { instantText, numberText } from '../time/words.js';
import { againText, type Sent, StatusBadge } from './sent-words.js';

type Row = readonly [name: string, value: ReactNode];

interface SentDrawerProps {
  readonly title: string;
  readonly sent: Sent;
  /** What is sent, by name. */
  readonly about: readonly Row[];
  /** What else is known of the answer, by name. */
  readonly answer?: readonly Row[];
  readonly onClose: () => void;
  /** More of what is sent. */
  readonly content?: ReactNode;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** All that is known of something that was sent: what it is, when it was tried, and what came back. */
export function SentDrawer(props: SentDrawerProps): ReactElement {
  const { title, sent, about, answer = [], onClose, content, children } = props;
  const { attempts, lastAt, madeAt, reason } = sent;
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={<Text fw={650}>{title}</Text>}
    >
      <Stack>
        <Group gap="xs" role="status">
          <StatusBadge sent={sent} />
          {againText(sent) && <Text size="sm">{againText(sent)}</Text>}
        </Group>
        {content}
        <Facts label="What is sent" rows={[...about, ['To be sent since', instantText(madeAt)]]} />
        <Facts
          label="What was answered"
          rows={[
            ['Attempts', `${numberText(attempts)}${attempts > 1 ? ', the last one is kept' : ''}`],
            ['Last attempt', lastAt ? instantText(lastAt) : 'None yet'],
            ...answer,
          ]}
        />
        {reason && (
          <Stack gap={4}>
            <Text size="sm" fw={600}>
              What went wrong
            </Text>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {reason}
            </Code>
          </Stack>
        )}
        {children}
      </Stack>
    </Drawer>
  );
}

function Facts({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Table variant="vertical" fz="sm" aria-label={label} withTableBorder>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={150}>
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
