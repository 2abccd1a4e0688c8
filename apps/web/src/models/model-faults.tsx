import { Alert, Code, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '#lib/client';
import { countText } from '../time/words.js';

interface ModelFaultsProps {
  readonly faults: NonNullable<Problem['errors']>;
  /** The file the faults are in. */
  readonly text: string;
}

/** What stands between backticks in a message, in quotation marks. */
const quoted = (message: string) => message.replaceAll(/`([^`]*)`/g, '“$1”');

/** Every fault of a model file with its place and the line it stands in. */
export function ModelFaults({ faults, text }: ModelFaultsProps) {
  const lines = text.split('\n');
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle />}
      role="alert"
      title={`${countText(faults.length, 'fault')}; nothing was kept`}
    >
      <List size="sm" spacing="sm" listStyleType="none">
        {faults.map(({ line = 1, column, message, pointer }) => (
          <List.Item key={`${line} ${column} ${pointer} ${message}`}>
            <Text size="sm">
              <strong>
                Line {line}
                {column ? `, column ${column}` : ''}
              </strong>
              : {quoted(message)}
            </Text>
            <Code block>{lines[line - 1] ?? ''}</Code>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
