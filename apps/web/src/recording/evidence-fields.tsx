import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { EvidenceRow } from './log-row.js';

interface EvidenceFieldsProps {
  readonly value: readonly EvidenceRow[];
  readonly onChange: (value: readonly EvidenceRow[]) => void;
  readonly error?: string | undefined;
}

/** Links to what shows a milestone, each with a title. */
export function EvidenceFields({ value, onChange, error }: EvidenceFieldsProps) {
  const change = (id: string, part: Partial<EvidenceRow>) =>
    onChange(value.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return (
    <Stack gap="xs">
      {value.map(({ id, title, url }, index) => (
        <Group key={id} gap="xs" align="flex-end" wrap="nowrap">
          <Group gap="xs" align="flex-start" style={{ flex: 1 }}>
            <TextInput
              label={`Evidence ${index + 1}: link`}
              placeholder="https://"
              type="url"
              style={{ flex: '2 1 200px' }}
              value={url}
              error={error && url.trim() !== '' && !/^https?:\/\//i.test(url.trim()) ? error : null}
              onChange={({ currentTarget }) => change(id, { url: currentTarget.value })}
            />
            <TextInput
              label={`Evidence ${index + 1}: title`}
              placeholder="Minutes of the board"
              maxLength={300}
              style={{ flex: '1 1 160px' }}
              value={title}
              onChange={({ currentTarget }) => change(id, { title: currentTarget.value })}
            />
          </Group>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Take evidence ${index + 1} away`}
            onClick={() => onChange(value.filter((row) => row.id !== id))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...value, { id: crypto.randomUUID(), title: '', url: '' }])}
      >
        Add a link as evidence
      </Button>
    </Stack>
  );
}
