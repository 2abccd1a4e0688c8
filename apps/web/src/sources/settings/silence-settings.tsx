import { Button, Group, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import type { Source } from '../tools.js';

const CHOICES: readonly (readonly [value: string, label: string])[] = [
  ['', 'As learned from its rhythm'],
  ['PT6H', '6 hours'],
  ['P1D', 'A day'],
  ['P3D', '3 days'],
  ['P7D', 'A week'],
  ['P14D', '2 weeks'],
  ['P1M', 'A month'],
];

/** After which silence somebody is told. */
export function SilenceSettings({ source }: { readonly source: Source }) {
  const { name, kind, silentAfter } = source;
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const value = chosen ?? silentAfter ?? '';
  const save = api.useMutation('put', '/api/v1/sources/{source}', {
    onSuccess: async () => {
      notifications.show({ message: 'It is kept.' });
      await queries.invalidateQueries();
      setChosen(undefined);
    },
  });
  // what was said by other ways stays to be chosen
  const data = [
    ...CHOICES,
    ...(silentAfter && !CHOICES.some(([known]) => known === silentAfter)
      ? [[silentAfter, silentAfter] as const]
      : []),
  ].map(([choice, label]) => ({ value: choice, label }));
  return (
    <>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="It is missed after"
          description="Learned: three times its longest silence so far, a day at least, once 20 came"
          data={data}
          value={value}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          style={{ flex: '0 1 440px' }}
        />
        <Button
          disabled={value === (silentAfter ?? '')}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              params: { path: { source: name } },
              body: { kind, silentAfter: value || null },
            })
          }
        >
          Save
        </Button>
      </Group>
      {save.isError && <FaultPanel thrown={save.error} />}
    </>
  );
}
