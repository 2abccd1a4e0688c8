import { Button, Code, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../../api/by-cursor.js';
import { api } from '../../api/client.js';
import { Author } from '../../imports/author.js';
import { More } from '../../kit/more.js';
import { QueryView } from '../../kit/query-view.js';
import { useReturnFocus } from '../../kit/return-focus.js';
import { countText, instantText } from '../../time/words.js';
import { textOf } from './draft.js';
import { lineDiff } from './line-diff.js';
import classes from './mapping.module.css';

interface VersionsProps {
  readonly source: Schemas['Source'];
  /** Something is written that is not saved. */
  readonly typed: boolean;
  /** Takes the rules of a version into the text. */
  readonly onPutBack: (rules: readonly unknown[]) => void;
}

const PAGE_SIZE = 10;

/** What the mapping was before, who made each version, and a way back. */
export function Versions({ source, typed, onPutBack }: VersionsProps): ReactElement | null {
  const [shown, setShown] = useState<number>();
  const { name, mapping } = source;
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/sources/{source}/mappings',
    { params: { path: { source: name }, query: { limit: PAGE_SIZE } } },
    { ...byCursor, queryHash: `mappings of ${source.id} at ${mapping.version}` },
  );
  if (mapping.version === 1) return null;
  const versions = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-labelledby="versions">
      <Title order={3} size="h5" mb="xs" id="versions">
        Versions
      </Title>
      <QueryView query={query} height={160}>
        {() => (
          <Stack gap="xs">
            <Table.ScrollContainer
              minWidth={300}
              scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
            >
              <Table fz="sm" aria-label="Versions of the mapping, the newest first">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Version</Table.Th>
                    <Table.Th>Made</Table.Th>
                    <Table.Th>Rules</Table.Th>
                    <Table.Th ta="right">What it says</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {versions.map((one) => (
                    <Table.Tr key={one.version}>
                      <Table.Td>{one.version}</Table.Td>
                      <Table.Td>
                        {instantText(one.madeAt)} by <Author id={one.madeBy} />
                      </Table.Td>
                      <Table.Td>{one.rules}</Table.Td>
                      <Table.Td ta="right">
                        {one.version === mapping.version ? (
                          'In force'
                        ) : (
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={`Look at version ${one.version}`}
                            onClick={() => setShown(one.version)}
                          >
                            Look
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <More query={query} label="Show earlier ones" />
          </Stack>
        )}
      </QueryView>
      {shown !== undefined && (
        <OneVersion
          source={source}
          version={shown}
          typed={typed}
          onClose={() => setShown(undefined)}
          onPutBack={(rules) => {
            setShown(undefined);
            onPutBack(rules);
          }}
        />
      )}
    </section>
  );
}

interface OneVersionProps extends VersionsProps {
  readonly version: number;
  readonly onClose: () => void;
}

/** A version, line by line beside the one in force. */
function OneVersion({ source, version, typed, onClose, onPutBack }: OneVersionProps) {
  useReturnFocus();
  const query = api.useQuery('get', '/api/v1/sources/{source}/mappings/{version}', {
    params: { path: { source: source.name, version: String(version) } },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<Text fw={650}>{`Version ${version}, beside version ${source.mapping.version}`}</Text>}
    >
      <QueryView query={query} height={320}>
        {({ rules }) => (
          <Stack>
            <Beside before={textOf(source.mapping.rules)} then={textOf(rules)} />
            <Group justify="space-between" gap="sm">
              <Text size="sm" c="dimmed" style={{ flex: '1 1 260px' }}>
                {typed
                  ? 'Save what you wrote, or throw it away, before you put this one back.'
                  : 'Its rules come into the text, to be tried and saved as the next version.'}
              </Text>
              <Button
                leftSection={<IconArrowBackUp size={16} />}
                disabled={typed}
                onClick={() => onPutBack(rules)}
              >
                Put this one back
              </Button>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Modal>
  );
}

const SIGNS = { both: ' ', first: '−', second: '+' } as const;

/** @param before what is in force @param then what was, or would be put back */
function Beside({ before, then }: { readonly before: string; readonly then: string }) {
  const lines = lineDiff(before, then);
  const of = (side: 'first' | 'second') => lines.filter((line) => line.in === side).length;
  const [gone, come] = [of('first'), of('second')];
  return (
    <>
      <Text size="sm">
        {gone + come === 0
          ? 'It says the same as the version in force.'
          : `Put back, it would take out ${countText(gone, 'line')} of the version in force (−) and bring ${countText(come, 'line')} (+).`}
      </Text>
      <Code block className={classes.beside} tabIndex={0} role="region" aria-label="What differs">
        {lines.map((line, index) => (
          <span key={index} data-in={line.in}>
            {`${SIGNS[line.in]} ${line.text}\n`}
          </span>
        ))}
      </Code>
    </>
  );
}
