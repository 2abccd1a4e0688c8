import { Alert, Badge, Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { type ReactElement, useRef, useState } from 'react';
import type { Schemas } from '#lib/client';
import { FaultPanel } from '../../kit/fault-panel.js';
import { LeaveQuestion } from '../../kit/leave-question.js';
import { CameBefore } from './came-before.js';
import { textOf } from './draft.js';
import { RuleList } from './rule-list.js';
import { SaveBar } from './save-bar.js';
import { TryOut } from './try-out.js';
import { useMappingDraft } from './use-mapping-draft.js';
import { Versions } from './versions.js';
import { YamlEditor, type YamlEditorHandle } from './yaml-editor.js';

/** The rules of a source, as cards and as the text that they are written in. */
export function MappingEditor({ source }: { readonly source: Schemas['Source'] }): ReactElement {
  const mapping = useMappingDraft(source);
  const { text, write, faults, warnings, typed, draft } = mapping;
  const [saved, setSaved] = useState<number>();
  const editor = useRef<YamlEditorHandle>(null);
  const leaving = useBlocker({
    shouldBlockFn: () => typed,
    enableBeforeUnload: typed,
    withResolver: true,
  });
  return (
    <Stack>
      <Group gap="sm">
        <Title order={2} size="h4">
          Mapping
        </Title>
        <Badge variant="light" tt="none">
          Version {source.mapping.version} is in force
        </Badge>
      </Group>
      <Text c="dimmed" size="sm">
        Which of what this tool sends is a fact, about which unit. A changed mapping is another
        version: it is used from then on, and what was worked off before stays until it is replayed.
      </Text>
      {mapping.overtaken && <Overtaken mapping={mapping} source={source} />}
      {saved === source.mapping.version && (
        <CameBefore source={source.name} version={saved} onClose={() => setSaved(undefined)} />
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <RuleList
            source={source}
            mapping={mapping}
            // once what is written now stands in the field
            onShow={(line) => requestAnimationFrame(() => editor.current?.show(line))}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <YamlEditor
            handle={editor}
            label="The rules, as YAML"
            value={text}
            onChange={write}
            faults={faults}
            warnings={warnings}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {draft.rules &&
            faults.length + warnings.length === 0 &&
            text.trim() !== '' &&
            !mapping.checking
              ? 'Nothing is wrong with them. '
              : ''}
            Comments are not kept when it is saved.
          </Text>
          {mapping.unasked !== null && faults.length === 0 && (
            <FaultPanel thrown={mapping.unasked} />
          )}
        </Grid.Col>
      </Grid>
      <TryOut source={source.name} rules={draft.rules} faulty={faults.length > 0} />
      <Versions
        source={source}
        typed={typed}
        onPutBack={(rules) => {
          write(textOf(rules));
          requestAnimationFrame(() => editor.current?.show(1));
        }}
      />
      {typed && <SaveBar source={source} mapping={mapping} onSaved={setSaved} />}
      <LeaveQuestion
        opened={leaving.status === 'blocked'}
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
      />
    </Stack>
  );
}

interface OvertakenProps {
  readonly mapping: ReturnType<typeof useMappingDraft>;
  readonly source: Schemas['Source'];
}

function Overtaken({ mapping, source }: OvertakenProps) {
  return (
    <Alert
      color="orange"
      icon={<IconInfoCircle />}
      role="alert"
      title={`Somebody saved version ${source.mapping.version} meanwhile`}
    >
      <Text size="sm">
        What you wrote is kept; it began from version {mapping.version}. Saving it would put it in
        the place of what somebody else wrote.
      </Text>
      <Group mt="xs" gap="xs">
        <Button size="xs" variant="default" onClick={() => mapping.begin(source.mapping)}>
          Throw mine away and look at theirs
        </Button>
        <Button size="xs" variant="default" onClick={() => mapping.keepUpon(source.mapping)}>
          Keep mine
        </Button>
      </Group>
    </Alert>
  );
}
