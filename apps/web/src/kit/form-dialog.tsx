import { Button, Group, Modal, type ModalProps, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { FaultPanel } from './fault-panel.js';
import { useLeaving } from './leaving.js';
import { useReturnFocus } from './return-focus.js';

interface FormDialogProps {
  readonly title: string;
  /** What the button that saves says. */
  readonly save: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  /** Nothing is written yet that could be saved. */
  readonly idle?: boolean;
  /** Something was typed that would be missed: it is asked before it is thrown away. */
  readonly typed: boolean;
  /** What saving failed with; what was typed stays. */
  readonly thrown: unknown;
  readonly size?: ModalProps['size'];
  readonly children: ReactNode;
}

/** A dialog with one form in it; shown for as long as it is mounted. */
export function FormDialog(props: FormDialogProps) {
  const { title, save, onSave, onClose, busy, idle, typed, thrown, size = 'lg', children } = props;
  const { close, asking, question } = useLeaving(typed, onClose);
  useReturnFocus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSave();
  };
  return (
    <Modal
      opened
      onClose={close}
      closeOnEscape={!asking}
      size={size}
      title={<Text fw={650}>{title}</Text>}
    >
      <form onSubmit={submit}>
        <Stack>
          {children}
          {thrown !== null && thrown !== undefined && <FaultPanel thrown={thrown} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={idle ?? false}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
      {question}
    </Modal>
  );
}
