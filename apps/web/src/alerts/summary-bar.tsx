import { Group, SimpleGrid, Text } from '@mantine/core';
import { api } from '../api/client.js';
import { CardLink } from '../kit/links.js';
import { QueryView } from '../kit/query-view.js';
import { numberText } from '../time/words.js';
import { SEVERITIES } from './search.js';
import { SeverityBadge } from './severity.js';

/** How many alerts need somebody, by how grave they are; each leads to those. */
export function SummaryBar({ under }: { readonly under: string | undefined }) {
  const query = api.useQuery('get', '/api/v1/alerts/summary', {
    params: { query: under ? { under } : {} },
  });
  return (
    <QueryView query={query} height={72}>
      {({ severities }) => (
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          {SEVERITIES.map((severity) => {
            const { open = 0, acknowledged = 0 } =
              severities.find((one) => one.severity === severity)?.states ?? {};
            return (
              <CardLink
                key={severity}
                to="/alerts"
                search={(before) => ({ ...before, severity, state: undefined })}
                withBorder
                px="md"
                py="xs"
                style={{ color: 'inherit', textDecoration: 'none' }}
              >
                <Group gap="xs" justify="space-between" wrap="nowrap">
                  <SeverityBadge severity={severity} />
                  <Text fz={24} fw={700} lh={1}>
                    {numberText(open + acknowledged)}
                  </Text>
                </Group>
                <Text size="xs" c="dimmed">
                  {numberText(open)} open, {numberText(acknowledged)} acknowledged
                </Text>
              </CardLink>
            );
          })}
        </SimpleGrid>
      )}
    </QueryView>
  );
}
