import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useState } from 'react';
import { mayEverywhere, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { countText } from '../time/words.js';
import { ChooseSheet } from './choose-sheet.js';
import { HowRead } from './how-read.js';
import { type Earlier, keptWish } from './kept-wish.js';
import { importSheet, type Outcome, previewSheet, type Sheet, type SheetWish } from './sheet.js';
import { WhatBecomes } from './what-becomes.js';

/** Brings a sheet in: what it holds, how it is read, what would become of it, and only then it is recorded. */
export function NewImportPage(): ReactElement {
  const imports = mayEverywhere(useSession(), 'integrate');
  return (
    <Page
      title="Import a sheet"
      above={
        <TextLink to="/imports" size="sm">
          Imports
        </TextLink>
      }
      lead="All of it is recorded, or nothing. What is so already is not recorded again, so a sheet can be sent as often as you like."
    >
      {imports ? (
        <Bringing />
      ) : (
        <Empty title="Your roles do not let you import" icon={<IconFileImport size={22} />}>
          Who may do so in the whole program can bring your sheet in. Ask an administrator of your
          program for the role, or send the sheet to somebody who has it.
        </Empty>
      )}
    </Page>
  );
}

function Bringing() {
  const [sheet, setSheet] = useState<Sheet>();
  const [earlier, setEarlier] = useState<Earlier>();
  return (
    <>
      <Part title="The sheet">
        {sheet ? (
          <Group justify="space-between" gap="xs">
            <Text style={{ overflowWrap: 'anywhere' }}>{sheet.name}</Text>
            <Button variant="default" size="xs" onClick={() => setSheet(undefined)}>
              Choose another
            </Button>
          </Group>
        ) : (
          <ChooseSheet onChoose={setSheet} />
        )}
      </Part>
      {sheet && <Chosen key={sheet.id} sheet={sheet} earlier={earlier} onSet={setEarlier} />}
    </>
  );
}

interface ChosenProps {
  readonly sheet: Sheet;
  /** How the sheet was read that was chosen before; undefined: nothing was set. */
  readonly earlier: Earlier | undefined;
  readonly onSet: (earlier: Earlier) => void;
}

function Chosen({ sheet, earlier, onSet }: ChosenProps) {
  const [set, setWish] = useState<SheetWish>();
  const kept = useQuery({
    queryKey: ['post', 'import-wish', sheet.id],
    queryFn: ({ signal }) => keptWish(sheet, earlier, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <QueryView query={kept} height={320}>
      {(wish) => (
        <Read
          sheet={sheet}
          wish={set ?? wish}
          onChange={(next, { understood }) => {
            setWish(next);
            onSet({ wish: next, heads: understood.columns.map(({ head }) => head) });
          }}
        />
      )}
    </QueryView>
  );
}

interface ReadProps {
  readonly sheet: Sheet;
  readonly wish: SheetWish;
  readonly onChange: (wish: SheetWish, outcome: Outcome) => void;
}

function Read({ sheet, wish, onChange }: ReadProps) {
  const query = useQuery({
    queryKey: ['post', 'import-preview', sheet.id, wish],
    queryFn: ({ signal }) => previewSheet(sheet, wish, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <QueryView query={query} height={320}>
      {(outcome) => (
        <>
          <Part title="How it is read">
            <HowRead
              understood={outcome.understood}
              wish={wish}
              onChange={(next) => onChange(next, outcome)}
            />
          </Part>
          {query.isError ? (
            <FaultPanel thrown={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Part title="What becomes of it">
              <div aria-busy={query.isFetching} style={{ opacity: query.isFetching ? 0.6 : 1 }}>
                <Stack>
                  <WhatBecomes outcome={outcome} wish={wish} name={sheet.name} />
                  <Commit sheet={sheet} wish={wish} outcome={outcome} busy={query.isFetching} />
                </Stack>
              </div>
            </Part>
          )}
        </>
      )}
    </QueryView>
  );
}

interface CommitProps {
  readonly sheet: Sheet;
  readonly wish: SheetWish;
  readonly outcome: Outcome;
  /** What would become of it is just asked for anew. */
  readonly busy: boolean;
}

function Commit({ sheet, wish, outcome, busy }: CommitProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { understood, counts, faultCount } = outcome;
  const importing = useMutation({
    mutationFn: () => importSheet(sheet, wish),
    onSuccess: async (id) => {
      void queries.invalidateQueries();
      if (id !== undefined) await navigate({ to: '/imports/$import', params: { import: id } });
    },
  });
  if (faultCount > 0 || understood.kind === null) return null;
  if (counts.new + counts.changed === 0 || importing.isSuccess) {
    return <Text role="status">Everything in it is so already: there is nothing to import.</Text>;
  }
  return (
    <Stack gap="xs" align="flex-start">
      {importing.isError && <FaultPanel thrown={importing.error} />}
      <Button loading={importing.isPending} disabled={busy} onClick={() => importing.mutate()}>
        Import {countText(understood.rows, 'row')}
      </Button>
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card component="section" withBorder padding="lg" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Card>
  );
}
