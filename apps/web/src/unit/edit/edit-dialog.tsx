import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { FaultPanel } from '../../kit/fault-panel.js';

interface EditDialogProps {
  readonly title: string;
  /** What the button that saves says. */
  readonly save: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  /** Nothing is written yet that could be saved. */
  readonly idle?: boolean;
  /** What saving failed with; what was typed stays. */
  readonly thrown: unknown;
  readonly children: ReactNode;
}

/** A dialog that changes one thing about a unit. */
export function EditDialog(props: EditDialogProps) {
  const { title, save, onSave, onClose, busy, idle = false, thrown, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{title}</Text>}>
      <form onSubmit={submit}>
        <Stack>
          {children}
          {thrown !== null && thrown !== undefined && <FaultPanel thrown={thrown} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={idle}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
