import { type ComboboxItem, Select, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Milestone } from '../models/catalogue.js';
import { findMilestones, meaningOf } from './dictionary.js';

interface MilestoneSelectProps {
  /** The whole dictionary; undefined while it is on its way. */
  readonly entries: readonly Milestone[] | undefined;
  readonly value: string | null;
  readonly onChange: (milestone: string | null) => void;
  readonly label?: string;
  readonly error?: string | undefined;
  readonly description?: string | undefined;
  readonly disabled?: boolean;
  /** The id of the field, to move the focus to. */
  readonly id?: string;
  /** Whether the focus goes here when the dialog opens. */
  readonly first?: boolean;
}

const SHOWN = 60;
const NONE: readonly Milestone[] = [];

/** A milestone out of the dictionary, by typing some of its title, key or meaning. */
export function MilestoneSelect(props: MilestoneSelectProps) {
  const {
    entries: loaded,
    label = 'Milestone',
    first = false,
    onChange,
    description,
    ...field
  } = props;
  const entries = loaded ?? NONE;
  const [search, setSearch] = useState('');
  const onEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    const titled = byKey.get(field.value ?? '')?.title;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    // who types fast is ahead of the list: Enter means the best match
    const marked = event.currentTarget.getAttribute('aria-activedescendant');
    const [best] = findMilestones(entries, search);
    if (!marked && best && search.trim() !== '' && search !== titled) onChange(best.key);
  };
  const typed = search.trim() !== '';
  const none = typed && findMilestones(entries, search).length === 0;
  const missing = loaded ? 'No milestone has these words.' : 'The dictionary is on its way …';
  const meaningIn = (entry?: Milestone) => entry && meaningOf(entry, entries);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return (
    <Select
      {...field}
      description={none ? missing : description}
      label={label}
      placeholder="Type a word of it"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      allowDeselect={false}
      limit={SHOWN}
      maxDropdownHeight={320}
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
      onKeyDown={onEnter}
      onSearchChange={setSearch}
      data={entries.map(({ key, title }) => ({ value: key, label: title }))}
      filter={({ options, search }) => {
        const items = options.filter((option): option is ComboboxItem => 'value' in option);
        const offered = new Map(items.map((item) => [item.value, item]));
        return findMilestones(entries, search).flatMap(({ key }) => offered.get(key) ?? []);
      }}
      renderOption={({ option }) => (
        <Stack gap={0}>
          <Text size="sm" fw={550}>
            {option.label}
          </Text>
          <Text size="xs" lineClamp={1}>
            {meaningIn(byKey.get(option.value))}
          </Text>
        </Stack>
      )}
      onChange={onChange}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
}
