import { TextInput } from '@mantine/core';
import type { KeyboardEventHandler } from 'react';
import { dayText } from '../time/words.js';
import { readWhen } from './when.js';

interface WhenFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** What is said while it is empty. */
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
  /** Whether the focus goes here when the dialog opens. */
  readonly first?: boolean;
  readonly onKeyDown?: KeyboardEventHandler;
}

const HINT = 'A day, month, quarter or year';

/** A date, exact or rough, in one field that says what it understood. */
export function WhenField(props: WhenFieldProps) {
  const { value, onChange, hint = HINT, first = false, ...field } = props;
  return (
    <TextInput
      {...field}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={<span aria-live="polite">{understood(value, hint)}</span>}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
}

function understood(value: string, hint: string): string {
  if (value.trim() === '') return hint;
  const read = readWhen(value, { now: new Date() });
  if (!read) return `Not understood. ${HINT}: 2024-03-05, March 2024, 2024-Q1 …`;
  return read.countsFrom ? `${read.says}, counts from ${dayText(read.countsFrom)}` : read.says;
}
