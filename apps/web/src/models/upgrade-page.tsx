import { Alert, Button, Group, Loader, Modal, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { mayEverywhere, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { StageBadge } from '../stages/stage-badge.js';
import { countText } from '../time/words.js';
import type { Model } from './catalogue.js';

/** Who would stand elsewhere under another version of a model, and the way to put it in force. */
export function UpgradePage(): ReactElement {
  const { model } = useParams({ from: '/models/$model/upgrade' });
  const { version } = useSearch({ from: '/models/$model/upgrade' });
  const path = { params: { path: { model } } };
  const query = api.useQuery('get', '/api/v1/models/{model}', path, {
    // an adoption is built aside: look until it is in force
    refetchInterval: ({ state }) =>
      (state.data as Model | undefined)?.adoption?.state === 'replaying' ? 1_000 : false,
  });
  return (
    <QueryView query={query}>
      {(inForce) => <Preview inForce={inForce} to={version ?? Math.max(...inForce.versions)} />}
    </QueryView>
  );
}

function Preview({ inForce, to }: { readonly inForce: Model; readonly to: number }) {
  const { id, title, version, adoption } = inForce;
  const session = useSession();
  const query = api.useQuery(
    'get',
    '/api/v1/models/{model}/upgrade',
    { params: { path: { model: id }, query: { to, limit: 500 } } },
    { enabled: to !== version },
  );
  return (
    <Page
      title={
        to === version
          ? 'What a new version would change'
          : `From version ${version} to version ${to}`
      }
      above={
        <TextLink to="/models/$model" params={{ model: id }} size="sm">
          {title}
        </TextLink>
      }
      lead="Which units would stand elsewhere, and which criterion makes the difference. Nothing changes until the version is adopted."
      actions={
        to !== version && mayEverywhere(session, 'curate') ? (
          <Adopt model={id} version={to} busy={adoption?.state === 'replaying'} />
        ) : undefined
      }
    >
      {adoption && <AdoptionState adoption={adoption} />}
      {to === version ? (
        <Empty title={`Version ${version} is in force`}>
          There is nothing to adopt. Upload a new version of the model to see here what it would
          change.
        </Empty>
      ) : (
        <QueryView query={query} height={320}>
          {({ items, next }) => <Moves moves={items} more={next !== null} model={inForce} />}
        </QueryView>
      )}
    </Page>
  );
}

function AdoptionState({ adoption }: { readonly adoption: NonNullable<Model['adoption']> }) {
  const { version, state, reason } = adoption;
  return state === 'replaying' ? (
    <Alert role="status" icon={<Loader size={18} />} title={`Version ${version} is being built`}>
      Every standing is worked out aside from the whole history. The version is in force, for all
      units at once, as soon as that is done; until then nothing changes. You may leave this page.
    </Alert>
  ) : (
    <Alert role="alert" color="red" title={`Version ${version} was not adopted`}>
      {reason ?? 'Try again.'} The version in force stayed as it was.
    </Alert>
  );
}

function Adopt({
  model,
  version,
  busy,
}: {
  readonly model: string;
  readonly version: number;
  readonly busy: boolean;
}) {
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const adopt = api.useMutation('put', '/api/v1/models/{model}/adoption', {
    onSuccess: async () => {
      close();
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button onClick={open} disabled={busy}>
        Adopt version {version}
      </Button>
      <Modal opened={opened} onClose={close} title={`Adopt version ${version}?`}>
        <Stack>
          <Text size="sm">
            From then on it decides for every unit that follows the model. What was answered as
            known before stays as it was; to go back, adopt the earlier version again.
          </Text>
          {adopt.isError && <FaultPanel thrown={adopt.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Leave it
            </Button>
            <Button
              loading={adopt.isPending}
              onClick={() => adopt.mutate({ params: { path: { model } }, body: { version } })}
            >
              Adopt it
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

type Move = Schemas['Upgrades']['items'][number];

function Moves({
  moves,
  more,
  model,
}: {
  readonly moves: readonly Move[];
  readonly more: boolean;
  readonly model: Model;
}) {
  if (moves.length === 0) {
    return (
      <Empty title="No unit would stand elsewhere">
        The version may be adopted without a stir.
      </Empty>
    );
  }
  const of = model.stages.length;
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {more ? 'More than ' : ''}
        {countText(moves.length, 'unit')} would stand elsewhere
      </Text>
      <TableFrame minWidth={560}>
        <Table striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Unit</Table.Th>
              <Table.Th>Now</Table.Th>
              <Table.Th>Then</Table.Th>
              <Table.Th>By which criterion</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.map((move) => (
              <MoveRow key={`${move.unit} ${move.model}`} move={move} of={of} />
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </Stack>
  );
}

function MoveRow({ move, of }: { readonly move: Move; readonly of: number }) {
  const { unit, from, to, criteria } = move;
  const rises = (to?.ordinal ?? -1) > (from?.ordinal ?? -1);
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/units/$unit" params={{ unit }} size="sm">
          {unit}
        </TextLink>
      </Table.Td>
      <Table.Td>{from ? <StageBadge {...from} of={of} /> : 'No standing'}</Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          {rises ? (
            <IconArrowUp size={16} aria-label="rises" />
          ) : (
            <IconArrowDown size={16} aria-label="falls" />
          )}
          {to ? <StageBadge {...to} of={of} /> : 'No standing'}
        </Group>
      </Table.Td>
      <Table.Td>{criteria.join(', ')}</Table.Td>
    </Table.Tr>
  );
}
