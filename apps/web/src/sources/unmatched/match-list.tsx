import { Button, Group, Modal, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../../api/by-cursor.js';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { More } from '../../kit/more.js';
import { QueryView } from '../../kit/query-view.js';
import { useReturnFocus } from '../../kit/return-focus.js';
import { TableFrame } from '../../kit/table-frame.js';
import { UnitLink } from '../../kit/unit-link.js';
import { UnitSelect } from '../../kit/unit-select.js';
import { instantText } from '../../time/words.js';

type Match = Schemas['Match'];
const PAGE_SIZE = 50;

/** Which names are matched with which units, with ways to change or forget that. */
export function MatchList({ source }: { readonly source: string }): ReactElement {
  const [changing, setChanging] = useState<Match>();
  const [forgetting, setForgetting] = useState<Match>();
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/sources/{source}/matches',
    { params: { path: { source }, query: { limit: PAGE_SIZE } } },
    { ...byCursor },
  );
  const matches = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="sm" component="section" aria-label="Remembered">
      <Title order={3} size="h5">
        Remembered
      </Title>
      <QueryView query={query} height={120}>
        {() =>
          matches.length === 0 ? (
            <Text size="sm" c="dimmed">
              Nothing yet. Units are also found by their key, or by a tag{' '}
              <code>external:{source}=the name</code> of theirs.
            </Text>
          ) : (
            <>
              <TableFrame minWidth={560}>
                <Table fz="sm" aria-label="Names that are matched">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>The tool calls it</Table.Th>
                      <Table.Th>The unit</Table.Th>
                      <Table.Th>Said</Table.Th>
                      <Table.Th>
                        <VisuallyHidden>What can be done</VisuallyHidden>
                      </Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {matches.map((match) => (
                      <Table.Tr key={match.external}>
                        <Table.Td style={{ overflowWrap: 'anywhere' }}>{match.external}</Table.Td>
                        <Table.Td>
                          {match.unit === null ? (
                            'None of our units'
                          ) : (
                            <UnitLink unit={match.unit} size="sm" />
                          )}
                        </Table.Td>
                        <Table.Td style={{ whiteSpace: 'nowrap' }}>
                          {instantText(match.madeAt)}
                        </Table.Td>
                        <Table.Td>
                          <Group gap={4} wrap="nowrap" justify="flex-end">
                            <Button
                              size="compact-sm"
                              variant="subtle"
                              aria-label={`Change ${match.external}`}
                              onClick={() => setChanging(match)}
                            >
                              Change
                            </Button>
                            <Button
                              size="compact-sm"
                              variant="subtle"
                              aria-label={`Forget ${match.external}`}
                              onClick={() => setForgetting(match)}
                            >
                              Forget
                            </Button>
                          </Group>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </TableFrame>
              <More query={query} />
            </>
          )
        }
      </QueryView>
      {changing && (
        <ChangeMatch source={source} match={changing} onClose={() => setChanging(undefined)} />
      )}
      {forgetting && (
        <ForgetMatch source={source} match={forgetting} onClose={() => setForgetting(undefined)} />
      )}
    </Stack>
  );
}

interface OneProps {
  readonly source: string;
  readonly match: Match;
  readonly onClose: () => void;
}

function ChangeMatch({ source, match: { external, unit: before }, onClose }: OneProps) {
  const queries = useQueryClient();
  const [unit, setUnit] = useState(before);
  const put = api.useMutation('put', '/api/v1/sources/{source}/matches/{external}', {
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={`Which unit is ${external}?`}
      save="Remember it"
      idle={unit === before}
      typed={unit !== before}
      busy={put.isPending}
      thrown={put.error}
      onClose={onClose}
      onSave={() => put.mutate({ params: { path: { source, external } }, body: { unit } })}
    >
      <UnitSelect
        label="The unit"
        description="Left empty: it is none of our units, and what is told of it is ignored"
        value={unit}
        onChange={setUnit}
        clearable
      />
      <Text size="sm">
        It holds for what comes from now on. What was recorded by the answer before stays; take it
        back under Undo.
      </Text>
    </FormDialog>
  );
}

function ForgetMatch({ source, match: { external }, onClose }: OneProps) {
  const queries = useQueryClient();
  useReturnFocus();
  const forget = api.useMutation('delete', '/api/v1/sources/{source}/matches/{external}', {
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>Forget which unit {external} is?</Text>}>
      <Text size="sm">
        What comes of it from now on waits here again. What was recorded by the answer stays.
      </Text>
      {forget.isError && <FaultPanel thrown={forget.error} />}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color="red"
          loading={forget.isPending}
          onClick={() => forget.mutate({ params: { path: { source, external } } })}
        >
          Forget it
        </Button>
      </Group>
    </Modal>
  );
}
