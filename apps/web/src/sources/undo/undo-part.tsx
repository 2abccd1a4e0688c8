import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconEye } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { faultOf } from '../../api/faults.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { TextLink } from '../../kit/links.js';
import { QueryView } from '../../kit/query-view.js';
import { NotNow } from '../../recording/not-now.js';
import { isNow, useMoment } from '../../time/moment.js';
import { countText } from '../../time/words.js';
import { TakeBack } from './take-back.js';
import { UndoPreview } from './undo-preview.js';
import { type Chosen, wishOf } from './wish.js';

type Source = Schemas['Source'];

/** What a source recorded, by version of its mapping and period, and a way to take it back. */
export function UndoPart({ source }: { readonly source: string }): ReactElement {
  const now = isNow(useMoment());
  const query = api.useQuery('get', '/api/v1/sources/{source}', { params: { path: { source } } });
  if (!now) return <NotNow />;
  return (
    <QueryView query={query} height={320}>
      {(found) => <Undo key={found.id} source={found} />}
    </QueryView>
  );
}

function Undo({ source }: { readonly source: Source }) {
  const [chosen, setChosen] = useState<Chosen>({ version: '', from: '', to: '' });
  const [taken, setTaken] = useState<number>();
  const preview = api.useMutation('post', '/api/v1/sources/{source}/undo');
  const change = (part: Partial<Chosen>) => {
    setChosen({ ...chosen, ...part });
    preview.reset();
  };
  const look = () => {
    setTaken(undefined);
    preview.mutate({
      params: { path: { source: source.name }, query: { preview: 'true' } },
      body: wishOf(chosen, new Date()),
    });
  };
  const versions = Array.from(
    { length: source.mapping.version },
    (_, index) => source.mapping.version - index,
  );
  const faulty = faultOf(preview.error).fields.filter(({ pointer }) => pointer in FIELDS);
  const errorAt = (field: string) => faulty.find(({ pointer }) => pointer === field)?.message;
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          Undo
        </Title>
        <Text c="dimmed" size="sm" mt={4}>
          Takes back what this source recorded, such as by a rule that was wrong. It stays in the
          log, stops counting, and targets go back to where they stood. You see all of it first, and{' '}
          <TextLink to="/log" search={{ actor: source.id }} size="sm">
            all that it ever recorded in the log
          </TextLink>
          .
        </Text>
      </div>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="Found by"
          data={[
            { value: '', label: 'Any version of the mapping' },
            ...versions.map((version) => ({
              value: String(version),
              label: `Version ${version}${version === source.mapping.version ? ', in force' : ''}`,
            })),
          ]}
          value={chosen.version}
          onChange={({ currentTarget }) => change({ version: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Recorded from"
          value={chosen.from}
          max={chosen.to || undefined}
          error={errorAt('/from')}
          onChange={({ currentTarget }) => change({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="To, that day too"
          value={chosen.to}
          min={chosen.from || undefined}
          error={errorAt('/to')}
          onChange={({ currentTarget }) => change({ to: currentTarget.value })}
        />
        <Button leftSection={<IconEye size={16} />} loading={preview.isPending} onClick={look}>
          Show what that is
        </Button>
      </Group>
      {preview.isError && faulty.length === 0 && <FaultPanel thrown={preview.error} />}
      {taken !== undefined && <Done taken={taken} source={source} />}
      {preview.data && taken === undefined && (
        <>
          <UndoPreview source={source} found={preview.data} wish={preview.variables.body ?? {}} />
          {preview.data.taken.length > 0 && (
            <TakeBack
              source={source}
              wish={preview.variables.body ?? {}}
              facts={preview.data.taken.length}
              onDone={(count) => {
                setTaken(count);
                preview.reset();
              }}
            />
          )}
        </>
      )}
    </Stack>
  );
}

/** The fields that the server may find fault with. */
const FIELDS: Readonly<Record<string, true>> = { '/from': true, '/to': true };

function Done({ taken, source }: { readonly taken: number; readonly source: Source }) {
  return (
    <Alert
      color="teal"
      icon={<IconCheck />}
      role="status"
      title={`${countText(taken, 'fact')} taken back`}
    >
      <Text size="sm">
        The standings follow. See{' '}
        <TextLink to="/log" search={{ type: 'event.retracted' }} size="sm">
          what was taken back, in the log
        </TextLink>
        . A delivery of {source.name} that is replayed records its facts anew, by the mapping in
        force.
      </Text>
    </Alert>
  );
}
