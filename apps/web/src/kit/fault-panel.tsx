import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { faultOf } from '../api/faults.js';

interface FaultPanelProps {
  /** What a query or mutation failed with. */
  readonly thrown: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong, what was kept, and a way on. */
export function FaultPanel({ thrown, onRetry }: FaultPanelProps) {
  const { title, detail, fields: all } = faultOf(thrown);
  const fields = all.filter(({ message, where }) => where !== undefined || message !== detail);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={title} role="alert">
      <Text size="sm">{detail}</Text>
      {fields.length > 0 && (
        <List size="sm" mt="xs">
          {fields.map(({ pointer, message, where }) => (
            <List.Item key={`${where} ${pointer} ${message}`} style={{ overflowWrap: 'anywhere' }}>
              {where && <strong>{where}: </strong>}
              {message}
            </List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
