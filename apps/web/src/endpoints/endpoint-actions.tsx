import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FaultPanel } from '../kit/fault-panel.js';
import { RemoveDialog } from '../kit/remove-dialog.js';
import type { Sent } from './sent-words.js';
import { TestResult } from './test-message.js';

/** Something that is asked of the api, as `useMutation` tells of it. */
interface Asking {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
}

interface EndpointActionsProps {
  readonly name: string;
  /** Nothing is sent there until it is used again. */
  readonly disabled: boolean;
  /** False: something has to be changed before it can be used again. */
  readonly usable?: boolean;
  readonly use: Asking;
  readonly onUse: () => void;
  readonly test: Asking & { readonly data: unknown; readonly reset: () => void };
  readonly onTest: () => void;
  /** The test as it is just now; undefined: it is not known yet. */
  readonly tested: Sent | undefined;
  readonly onChange: () => void;
  readonly remove: Asking;
  readonly onRemove: () => void;
  /** What goes with it when it is taken away. */
  readonly goes: string;
  /** More buttons. */
  readonly more?: ReactNode;
}

/** What can be done with an endpoint that is told things: try it, use it again, change it, take it away. */
export function EndpointActions(props: EndpointActionsProps) {
  const { name, disabled, usable = true, use, onUse, test, onTest, onChange, remove } = props;
  const [removing, { open, close }] = useDisclosure();
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
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
          Take it away
        </Button>
      </Group>
      {test.data !== undefined && <TestResult sent={props.tested} onClose={test.reset} />}
      {test.isError && <FaultPanel thrown={test.error} />}
      {use.isError && <FaultPanel thrown={use.error} />}
      {removing && (
        <RemoveDialog
          title={`Take “${name}” away?`}
          busy={remove.isPending}
          thrown={remove.error}
          onRemove={props.onRemove}
          onClose={close}
        >
          {props.goes}
        </RemoveDialog>
      )}
    </Stack>
  );
}
