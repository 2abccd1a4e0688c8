import { Button, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { dayOf } from '../time/words.js';

interface LogFormProps {
  readonly unit: string;
  readonly milestone: string | undefined;
  readonly onDone: () => void;
}

/** One milestone and when it happened. */
export function LogForm({ unit, milestone, onDone }: LogFormProps) {
  const [chosen, choose] = useState(milestone ?? null);
  const [occurredAt, date] = useState(dayOf(new Date()));
  const dictionary = api.useQuery('get', '/api/v1/milestones', {
    params: { query: { limit: 500 } },
  });
  const saving = api.useMutation('post', '/api/v1/units/{unit}/milestones', { onSuccess: onDone });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    saving.mutate({ params: { path: { unit } }, body: { milestone: chosen, occurredAt } });
  };
  const options = (dictionary.data?.items ?? []).map(({ key, title }) => ({
    value: key,
    label: title,
  }));
  return (
    <form onSubmit={save}>
      <Stack>
        <Select label="Milestone" searchable data={options} value={chosen} onChange={choose} />
        <TextInput
          label="When it happened"
          value={occurredAt}
          onChange={({ currentTarget }) => date(currentTarget.value)}
        />
        {saving.error && <FaultPanel thrown={saving.error} />}
        <Button type="submit" loading={saving.isPending} disabled={!chosen}>
          Save
        </Button>
      </Stack>
    </form>
  );
}
