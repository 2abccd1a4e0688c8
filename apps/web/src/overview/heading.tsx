import { Group } from '@mantine/core';
import { IconFileText, IconPresentation } from '@tabler/icons-react';
import type { Schemas } from '#lib/client';
import { ExportMenu } from '../exports/export-menu.js';
import { ButtonLink, TextLink } from '../kit/links.js';
import { UnitTrail } from '../kit/unit-trail.js';
import type { Shown } from './queries.js';

/** The way down the tree to a unit, each step with its overview. */
export function Way({ unit }: { readonly unit: Schemas['UnitInTree'] }) {
  return (
    <UnitTrail>
      <TextLink to="/" search={onTheWay} size="sm">
        Overview
      </TextLink>
      {unit.path.map(({ unit: above, name }) => (
        <TextLink
          key={above}
          to="/overview/$unit"
          params={{ unit: above }}
          search={onTheWay}
          size="sm"
        >
          {name}
        </TextLink>
      ))}
    </UnitTrail>
  );
}

/** What goes along when one moves through the tree: all but the tables. */
function onTheWay<Search extends object>(before: Search): Search {
  return { ...before, tables: undefined };
}

/** More than any tree has. */
const ALL_LEVELS = '100';

/** What can be done with all of the overview. */
export function OverviewActions({
  unit,
  shown: { model, by, kind, tag, asOf, knownAt },
}: {
  readonly unit: string;
  readonly shown: Shown;
}) {
  const moment = { asOf, knownAt };
  const below = { under: unit, kind, tag, ...moment };
  const columns = by === 'dimensions' ? { by, model } : {};
  return (
    <Group gap="xs">
      <ButtonLink
        to="/units/$unit"
        params={{ unit }}
        variant="default"
        size="sm"
        leftSection={<IconFileText size={16} aria-hidden />}
      >
        The unit’s page
      </ButtonLink>
      <ButtonLink
        to="/board-packs"
        search={{ unit }}
        size="sm"
        leftSection={<IconPresentation size={16} aria-hidden />}
      >
        Board pack
      </ButtonLink>
      <ExportMenu
        tables={[
          { file: 'heatmap', label: 'Heatmap', query: { ...below, ...columns } },
          {
            file: 'heatmap',
            label: 'Heatmap, all levels',
            query: { ...below, ...columns, depth: ALL_LEVELS },
          },
          { file: 'distribution', label: 'Units by stage', query: below },
          {
            file: 'distribution',
            label: 'Units by stage, all levels',
            query: { ...below, depth: ALL_LEVELS },
          },
          { file: 'standings', label: 'Standings', query: { under: unit, model, ...moment } },
        ]}
        note="Of this unit and what lies below it."
      />
    </Group>
  );
}
