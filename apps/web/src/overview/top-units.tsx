import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../kit/links.js';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { QueryView } from '../kit/query-view.js';
import { countText } from '../time/words.js';
import { DistributionBar } from './now/distribution-bar.js';
import { sentenceOf } from './now/sentence.js';
import { rollupOf, type Shown } from './queries.js';
import { kindText } from '../kit/kind-text.js';

/** So many tops show their figures; further ones their names. */
const WITH_FIGURES = 12;

interface TopUnitsProps {
  readonly units: readonly Schemas['UnitEntry'][];
  readonly shown: Shown;
}

/** Lets one choose where to look, when there are several tops. */
export function TopUnits({ units, shown }: TopUnitsProps): ReactElement {
  const bySize = units.toSorted((a, b) => (b.children ?? 0) - (a.children ?? 0));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, xl: units.length > 2 ? 3 : 2 }} spacing="md">
      {bySize.map((unit, index) => (
        <Card key={unit.unit} component="section" withBorder padding="md" aria-label={unit.name}>
          <Stack gap="sm">
            <Group justify="space-between" align="baseline" gap="xs">
              <Title order={2} size="h4">
                <TextLink to="/overview/$unit" params={{ unit: unit.unit }} search={keep} inherit>
                  {unit.name}
                </TextLink>
              </Title>
              <Text size="sm" c="dimmed">
                {kindText(unit.kind)}
              </Text>
            </Group>
            {index < WITH_FIGURES && <Figures unit={unit.unit} shown={shown} />}
          </Stack>
        </Card>
      ))}
    </SimpleGrid>
  );
}

const keep = <Search extends object>(before: Search): Search => ({ ...before, tables: undefined });

function Figures({ unit, shown }: { readonly unit: string; readonly shown: Shown }) {
  const query = useQuery(rollupOf(unit, shown));
  return (
    <QueryView query={query} height={90}>
      {(rollup) => (
        <Stack gap="xs">
          <Text>{sentenceOf(rollup)}.</Text>
          {rollup.units > 0 && rollup.distribution.length > 0 && (
            <DistributionBar
              distribution={rollup.distribution}
              title={`Units of ${unit} by stage`}
              height={28}
              sparse
            />
          )}
          <Text size="sm" c="dimmed">
            {countText(rollup.below, 'unit')} in all
          </Text>
        </Stack>
      )}
    </QueryView>
  );
}
