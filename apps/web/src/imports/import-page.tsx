import { Button, Card, Group, List, Progress as Bar, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { api } from '../api/client.js';
import { mayEverywhere, useSession } from '../api/session.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { countText, instantText, numberText } from '../time/words.js';
import { Author } from './author.js';
import { FaultTable } from './fault-table.js';
import { type Import, isUnderWay, STEP_TEXTS } from './progress.js';
import { Recorded } from './recorded.js';
import { StateBadge } from './state-badge.js';
import { KIND_TEXTS } from './words.js';

const UndoImport = lazy(() =>
  import('./undo-import.js').then((room) => ({ default: room.UndoImport })),
);

const LOOK_MS = 1_000;

/** One import: how far it is, what it recorded, and the way to undo it. */
export function ImportPage(): ReactElement {
  const { import: id } = useParams({ from: '/imports/$import' });
  const session = useSession();
  const [undoing, { open, close }] = useDisclosure();
  const query = api.useQuery(
    'get',
    '/api/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_MS : false) },
  );
  const one: Import | undefined = query.data;
  return (
    <Page
      title={one ? `Import of ${one.file ?? instantText(one.madeAt)}` : 'Import'}
      above={
        <TextLink to="/imports" size="sm">
          Imports
        </TextLink>
      }
      lead={
        one && (
          <>
            {one.kind === null ? 'A sheet that is not read yet' : KIND_TEXTS[one.kind]}, by{' '}
            <Author id={one.madeBy} />
            {one.file && `, ${instantText(one.madeAt)}`}
          </>
        )
      }
      actions={
        one &&
        one.state === 'recorded' &&
        mayEverywhere(session, 'integrate') && (
          <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={open}>
            Undo it …
          </Button>
        )
      }
    >
      <QueryView query={query} height={240}>
        {(found) => <Body one={found} />}
      </QueryView>
      <Suspense fallback={null}>
        {undoing && one && <UndoImport id={one.id} onClose={close} />}
      </Suspense>
    </Page>
  );
}

function Body({ one }: { readonly one: Import }) {
  const { counts, undoneAt, undo, faults = [], faultGroups = [], faultCount } = one;
  const underWay = isUnderWay(one);
  return (
    <Stack>
      <Card withBorder component="section" aria-label="How it went">
        <Stack gap="xs">
          <Group gap="sm" role="status">
            <StateBadge one={one} />
            {undoneAt && <Text size="sm">on {instantText(undoneAt)}</Text>}
          </Group>
          {underWay ? (
            <HowFar one={one} />
          ) : (
            one.state !== 'refused' && (
              <Text>
                {numberText(counts.new)} new, {numberText(counts.changed)} changed,{' '}
                {numberText(counts.unchanged)} so already.
              </Text>
            )
          )}
          {!underWay && undo && <Undone undo={undo} />}
        </Stack>
      </Card>
      {faults.length > 0 && (
        <FaultTable
          groups={faultGroups}
          faults={faults}
          all={faultCount}
          name={one.file ?? 'the import'}
        />
      )}
      {!underWay && one.state !== 'refused' && (
        <section aria-labelledby="recorded">
          <Title order={2} size="h4" id="recorded" mb="xs">
            What it recorded
          </Title>
          <Recorded one={one} />
        </section>
      )}
    </Stack>
  );
}

/** What undoing it came to. */
function Undone({
  undo: { taken, left, reasons },
}: {
  readonly undo: NonNullable<Import['undo']>;
}) {
  return (
    <>
      <Text>
        {countText(taken, 'record')} taken back
        {left > 0 ? `; ${countText(left, 'record')} stayed:` : '.'}
      </Text>
      {left > 0 && (
        <List size="sm">
          {reasons.map(({ why, count }) => (
            <List.Item key={why}>
              {countText(count, 'record')}: {why}
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

function HowFar({ one: { progress } }: { readonly one: Import }) {
  if (!progress) {
    return <Text size="sm">It begins by itself. You may leave this page; nothing is lost.</Text>;
  }
  const { step, done, total } = progress;
  // how many rows there are is known once the sheet is read
  if (total === 0) return <Text size="sm">{STEP_TEXTS[step]}. You may leave this page.</Text>;
  return (
    <Stack gap={4}>
      <Text size="sm">
        {STEP_TEXTS[step]}: {numberText(done)} of {numberText(total)}{' '}
        {step === 'undoing' ? 'records' : 'rows'}. You may leave this page.
      </Text>
      <Bar value={(done / total) * 100} aria-label={`${STEP_TEXTS[step]}: how far it is`} />
    </Stack>
  );
}
