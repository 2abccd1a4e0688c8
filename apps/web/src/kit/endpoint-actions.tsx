import { Button, Group, Stack } from '@mantine/core';
import { IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FaultPanel } from './fault-panel.js';

/** Something that is asked of the api, as `useMutation` tells of it. */
interface Asking {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
}

interface EndpointActionsProps {
  /** Nothing is sent there until it is used again. */
  readonly disabled: boolean;
  /** False: something has to be changed before it can be used again. */
  readonly usable?: boolean;
  readonly use: Asking;
  readonly onUse: () => void;
  readonly test: Asking;
  readonly onTest: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  /** More buttons. */
  readonly more?: ReactNode;
  /** What came of the test message. */
  readonly children: ReactNode;
}

/** What can be done with an endpoint that is told things: try it, use it again, change it, take it away. */
export function EndpointActions(props: EndpointActionsProps) {
  const { disabled, usable = true, use, onUse, test, onTest, onChange, onRemove } = props;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {disabled ? (
          <Button loading={use.isPending} disabled={!usable} onClick={onUse}>
            Use it again
          </Button>
        ) : (
          <Button leftSection={<IconSend size={16} />} loading={test.isPending} onClick={onTest}>
            Send a test message
          </Button>
        )}
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={onChange}>
          Change
        </Button>
        {props.more}
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={onRemove}>
          Take it away
        </Button>
      </Group>
      {props.children}
      {test.isError && <FaultPanel thrown={test.error} />}
      {use.isError && <FaultPanel thrown={use.error} />}
    </Stack>
  );
}
