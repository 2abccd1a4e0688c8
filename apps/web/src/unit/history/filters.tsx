import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useAddress } from '../../kit/use-address.js';
import { useModels, useTitles } from '../../models/catalogue.js';
import type { HistorySearch } from '../search.js';

/** What a history is narrowed to, in the words of those who read it. */
const KINDS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'transition', label: 'Stages reached and lost' },
  { value: 'milestone.achieved', label: 'Milestones that happened' },
  { value: 'milestone.lapsed', label: 'Milestones that ended' },
  { value: 'milestone.assessed', label: 'What was looked at' },
  { value: 'milestone.waived,waiver.ended', label: 'Waivers' },
  { value: 'event.retracted', label: 'Records taken back' },
  { value: 'target.*', label: 'Targets' },
  { value: 'comment.made', label: 'Comments' },
  { value: 'recommendation.decided,alert.*', label: 'Decisions about advice and alerts' },
  { value: 'unit.*', label: 'The unit itself' },
];

/** Narrows the history; what is chosen stands in the address. */
export function Filters() {
  const { type, milestone, model, from, to } = useSearch({ from: '/units/$unit/history' });
  const titles = useTitles();
  const models = useModels().data?.items ?? [];
  const choose = useAddress<HistorySearch>();
  const any = type ?? milestone ?? model ?? from ?? to;
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label="Narrow the history">
      <Select
        label="What"
        placeholder="Everything"
        clearable
        data={KINDS}
        value={type ?? null}
        onChange={(value) => choose({ type: value ?? undefined })}
        style={{ flex: '1 1 200px' }}
      />
      <Select
        label="Milestone"
        placeholder="Any"
        clearable
        searchable
        limit={80}
        data={[...titles].map(([value, label]) => ({ value, label }))}
        value={milestone ?? null}
        onChange={(value) => choose({ milestone: value ?? undefined })}
        style={{ flex: '1 1 200px' }}
      />
      <Select
        label="Model"
        placeholder="Any"
        clearable
        data={models.map(({ id, title }) => ({ value: id, label: title }))}
        value={model ?? null}
        onChange={(value) => choose({ model: value ?? undefined })}
        style={{ flex: '1 1 200px' }}
      />
      <TextInput
        label="From"
        type="date"
        value={from ?? ''}
        max={to}
        onChange={({ currentTarget }) => choose({ from: currentTarget.value || undefined })}
      />
      <TextInput
        label="To"
        type="date"
        value={to ?? ''}
        min={from}
        onChange={({ currentTarget }) => choose({ to: currentTarget.value || undefined })}
      />
      {any && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} />}
          onClick={() =>
            choose({
              type: undefined,
              milestone: undefined,
              model: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          Show all
        </Button>
      )}
    </Group>
  );
}
