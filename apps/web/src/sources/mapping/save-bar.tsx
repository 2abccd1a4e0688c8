import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { client } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { countText } from '../../time/words.js';
import classes from './mapping.module.css';
import type { MappingDraft } from './use-mapping-draft.js';

interface SaveBarProps {
  readonly source: Schemas['Source'];
  readonly mapping: MappingDraft;
  readonly onSaved: (version: number) => void;
}

/** Saves what is written as another version, or throws it away. */
export function SaveBar({ source, mapping, onSaved }: SaveBarProps): ReactElement {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [thrown, setThrown] = useState<unknown>();
  const { draft, faults, changed, checking, overtaken, version, begin } = mapping;
  const save = async () => {
    setBusy(true);
    setThrown(undefined);
    try {
      const saved = await saveUpon(source, version, draft.rules ?? []);
      if (saved) {
        begin(saved.mapping);
        onSaved(saved.mapping.version);
        notifications.show({
          title: `Version ${saved.mapping.version} is in force`,
          message: 'What comes from now on is read by it.',
        });
      }
    } catch (error) {
      setThrown(error);
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/sources/{source}'] });
  };
  return (
    <Stack gap="xs" className={classes.bar} role="region" aria-label="What is not saved yet">
      {thrown !== undefined && <FaultPanel thrown={thrown} />}
      <Group justify="space-between" w="100%" gap="sm">
        <Text size="sm">{stateOf(mapping)}</Text>
        <Group gap="xs">
          <Button size="sm" px="md" variant="default" onClick={() => begin(source.mapping)}>
            Throw it away
          </Button>
          <Button
            size="sm"
            px="md"
            loading={busy}
            disabled={!changed || checking || overtaken || faults.length > 0}
            onClick={() => void save()}
          >
            Save as version {source.mapping.version + 1}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function stateOf({ faults, changed, checking }: MappingDraft): string {
  if (faults.length > 0)
    return `${countText(faults.length, 'fault')} to mend before it can be saved.`;
  if (!changed) return 'The rules say the same as before.';
  return checking ? 'Looking at it …' : 'Not saved yet. A dry run shows what it would change.';
}

/** Somebody may save settings of the source meanwhile, which are no concern of the rules. */
const TRIES = 3;

/**
 * Saves rules as the version after the one they were begun from.
 * @returns undefined when somebody else saved another version meanwhile, and nothing was saved
 * @throws Problem
 */
async function saveUpon(
  { name }: Schemas['Source'],
  version: number,
  rules: readonly unknown[],
): Promise<Schemas['Source'] | undefined> {
  const path = { source: name };
  let thrown: unknown;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = await client.GET('/api/v1/sources/{source}', { params: { path } });
    if (!now.data) throw now.error as unknown;
    if (now.data.mapping.version !== version) return undefined;
    const { data, error, response } = await client.PUT('/api/v1/sources/{source}', {
      params: { path, header: { 'if-match': `"${now.data.version}"` } },
      body: { kind: now.data.kind, mapping: rules as Schemas['PutSource']['mapping'] },
    });
    if (data) return data;
    thrown = error;
    if (response.status !== CHANGED_SINCE) break;
  }
  throw thrown;
}

const CHANGED_SINCE = 412;
