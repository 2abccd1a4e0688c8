import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { FormDialog } from './form-dialog.js';

interface RemoveDialogProps {
  readonly title: string;
  readonly busy: boolean;
  readonly thrown: unknown;
  readonly onRemove: () => void;
  readonly onClose: () => void;
  /** What goes with it. */
  readonly children: ReactNode;
}

/** Asks once more before something is taken away for good. */
export function RemoveDialog(props: RemoveDialogProps): ReactElement {
  const { title, busy, thrown, onRemove, onClose, children } = props;
  return (
    <FormDialog
      title={title}
      save="Take it away"
      size="md"
      onSave={onRemove}
      onClose={onClose}
      busy={busy}
      typed={false}
      thrown={thrown}
    >
      <Text size="sm">{children}</Text>
    </FormDialog>
  );
}
