import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FaultPanel } from '../../kit/fault-panel.js';
import { useReturnFocus } from '../../kit/return-focus.js';
import { LeaveQuestion } from '../../recording/leave-question.js';

interface EditDialogProps {
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
  readonly children: ReactNode;
}

/** A dialog that changes one thing about a unit. */
export function EditDialog(props: EditDialogProps) {
  const { title, save, onSave, onClose, busy, idle = false, typed, thrown, children } = props;
  const [asking, setAsking] = useState(false);
  useReturnFocus();
  // a moment later, so that the Escape that asks does not answer as well
  const close = () => (typed ? void setTimeout(() => setAsking(true)) : onClose());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    onSave();
  };
  return (
    <Modal
      opened
      onClose={close}
      closeOnEscape={!asking}
      size="lg"
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
            <Button type="submit" loading={busy} disabled={idle}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
      <LeaveQuestion opened={asking} onStay={() => setAsking(false)} onLeave={onClose} />
    </Modal>
  );
}
