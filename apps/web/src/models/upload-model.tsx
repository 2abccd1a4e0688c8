import { Alert, Button, FileButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '#lib/client';
import { client } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { ModelFaults } from './model-faults.js';

interface Outcome {
  /** The text that was looked at: an edit after it makes the outcome worthless. */
  readonly text: string;
  readonly model?: string;
  readonly version?: number;
  readonly thrown?: unknown;
}

/** Takes a model file in: checked while nothing is kept, then added for good. */
export function UploadModel({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const current = outcome?.text === text ? outcome : undefined;

  const send = async (given: string, dryRun: boolean) => {
    setBusy(true);
    const { data, error } = await client
      .POST('/api/v1/models', {
        params: { query: { dryRun: dryRun ? 'true' : 'false' } },
        body: given,
        bodySerializer: (body) => body,
        headers: { 'content-type': 'application/yaml' },
      })
      .catch((thrown: unknown) => ({ data: undefined, error: thrown }));
    setBusy(false);
    const { model, version } = data ?? {};
    setOutcome({ text: given, model, version, ...(error ? { thrown: error } : {}) });
    if (!data || dryRun) return;
    await queries.invalidateQueries();
    notifications.show({
      title: `${model}, version ${version}, is added`,
      message: 'Nobody follows it yet: adopt the version, or let units follow the model.',
    });
    setText('');
    setOutcome(undefined);
    onClose();
  };
  const read = async (file: File | null) => {
    if (!file) return;
    const given = await file.text();
    setText(given);
    await send(given, true);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Upload a model" size="xl">
      <Stack>
        <Text size="sm">
          A model is a YAML file. It is checked first; nobody follows a new model or version until
          you say so.
        </Text>
        <Group>
          <FileButton onChange={(file) => void read(file)} accept=".yaml,.yml,application/yaml">
            {(props) => (
              <Button variant="default" {...props}>
                Choose a file
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            or paste it
          </Text>
        </Group>
        <Textarea
          label="The model, as YAML"
          autosize
          minRows={6}
          maxRows={18}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        {current?.thrown !== undefined && <Faults thrown={current.thrown} text={text} />}
        {current?.model && (
          <Alert color="teal" icon={<IconCheck />} role="status" title="Nothing is wrong with it">
            It becomes version {current.version} of{' '}
            <Link to="/models/$model" params={{ model: current.model }}>
              {current.model}
            </Link>
            .
          </Alert>
        )}
        <Group justify="flex-end">
          <Button
            variant="default"
            loading={busy}
            disabled={text.trim() === ''}
            onClick={() => void send(text, true)}
          >
            Check it
          </Button>
          <Button loading={busy} disabled={!current?.model} onClick={() => void send(text, false)}>
            Add it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Faults({ thrown, text }: { readonly thrown: unknown; readonly text: string }) {
  const { errors = [] } = thrown as Partial<Schemas['Problem']>;
  const placed = errors.filter(({ line }) => line !== undefined);
  return placed.length > 0 ? (
    <ModelFaults faults={placed} text={text} />
  ) : (
    <FaultPanel thrown={thrown} />
  );
}
