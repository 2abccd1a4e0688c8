import { Text, TextInput, type TextInputProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { UnitSelect } from '../kit/unit-select.js';

/** What a new endpoint is called; the name of one that there is stays. */
export function NameField(props: TextInputProps): ReactElement {
  return (
    <TextInput
      label="Name"
      description="For this page and the log, as board-room"
      required
      maxLength={64}
      data-autofocus
      {...props}
    />
  );
}

interface AboutFieldProps {
  /** A unit; null: the whole program. */
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
  readonly error: string | undefined;
}

/** What an endpoint is told about. */
export function AboutField(props: AboutFieldProps): ReactElement {
  return (
    <UnitSelect
      label="Only what is about"
      description="A unit and all below it"
      placeholder="The whole program"
      clearable
      {...props}
    />
  );
}

/** Said where saving an endpoint puts it in use again. */
export function UsedAgain(): ReactElement {
  return <Text size="sm">It is disabled: what is saved is used again.</Text>;
}
