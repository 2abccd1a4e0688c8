import { NativeSelect, Text } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { FormDialog } from './form-dialog.js';

interface AnotherSecretProps {
  /** Whose secret it is. */
  readonly name: string;
  /** What is asked about the secret that there is. */
  readonly label: string;
  /** How long it goes on, by durations: a day at first. */
  readonly overlaps: Readonly<Record<string, string>>;
  readonly busy: boolean;
  readonly thrown: unknown;
  readonly onMake: (overlap: string) => void;
  readonly onClose: () => void;
  /** What that means. */
  readonly children: ReactNode;
}

/** Asks how long the secret of now goes on beside another one. */
export function AnotherSecret(props: AnotherSecretProps): ReactElement {
  const { name, label, overlaps, busy, thrown, onMake, onClose, children } = props;
  const [overlap, setOverlap] = useState('P1D');
  return (
    <FormDialog
      title={`Another secret for “${name}”`}
      save="Make it"
      size="md"
      onSave={() => onMake(overlap)}
      onClose={onClose}
      busy={busy}
      typed={false}
      thrown={thrown}
    >
      <NativeSelect
        label={label}
        data={Object.entries(overlaps).map(([value, text]) => ({ value, label: text }))}
        value={overlap}
        onChange={({ currentTarget }) => setOverlap(currentTarget.value)}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        {children}
      </Text>
    </FormDialog>
  );
}
