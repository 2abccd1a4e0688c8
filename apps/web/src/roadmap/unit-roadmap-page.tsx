import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { TextLink } from '../kit/links.js';
import { QueryView } from '../kit/query-view.js';
import { useAddress } from '../kit/use-address.js';
import { useModelsById } from '../models/catalogue.js';
import { isNow, useMoment } from '../time/moment.js';
import { useUnit } from '../unit/unit-context.js';
import { UnitLink } from '../kit/unit-link.js';
import { CalendarMenu } from './calendar-menu.js';
import { Editing } from './editing/editing.js';
import { useMoves } from './editing/use-moves.js';
import { PlanAction } from './plan-action.js';
import { ownersOf } from './owners.js';
import { RoadmapChart } from './roadmap-chart.js';
import { RoadmapFilters } from './roadmap-filters.js';
import { byText } from './status-words.js';
import { NoTargets } from './subtree-board.js';
import type { PlannedRow } from './timeline/rows.js';
import type { RoadmapSearch } from './search.js';

/** What is wanted of one unit, by model, and how that stands. */
export function UnitRoadmapPage(): ReactElement {
  const { unit } = useUnit();
  const query = api.useQuery('get', '/api/v1/units/{unit}/roadmap', {
    params: { path: { unit }, query: useMoment() },
  });
  return (
    <QueryView query={query} height={480}>
      {(roadmap) => <Board roadmap={roadmap} />}
    </QueryView>
  );
}

function Board({ roadmap }: { readonly roadmap: Schemas['Roadmap'] }) {
  const { unit, name, may, retired } = useUnit();
  const shown = useSearch({ from: '/units/$unit/roadmap' });
  const show = useAddress<RoadmapSearch>();
  const moves = useMoves();
  const models = useModelsById();
  const moment = useMoment();
  const mayPlan = isNow(moment) && !retired && may('plan');
  const { targets, countedIn, asOf } = roadmap;
  const titleOf = (model: string) => models.get(model)?.title ?? model;
  // the heading names the model, so that the target need not
  const all: readonly PlannedRow[] = targets.map((one) => {
    const { model } = one.goal;
    return {
      ...one,
      name,
      title: model ? one.title.replace(` (${titleOf(model)})`, '') : one.title,
    };
  });
  const rows = all.filter(
    ({ status, owner }) =>
      (!shown.status || status === shown.status) && (!shown.owner || owner?.email === shown.owner),
  );
  const byStatus = { done: 0, 'on-track': 0, 'at-risk': 0, late: 0, aim: 0 };
  for (const { status } of all) byStatus[status]++;
  const byModel = ({ goal: { model } }: PlannedRow) =>
    model ? { key: model, title: titleOf(model) } : { key: ' milestones', title: 'Milestones' };
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <RoadmapFilters shown={shown} byStatus={byStatus} owners={ownersOf(all)} />
        <Group gap="xs">
          <CalendarMenu {...{ unit, name }} mayShare={may('plan')} />
          {mayPlan && <PlanAction unit={unit} />}
        </Group>
      </Group>
      <RoadmapChart
        title={`Targets of ${name}`}
        {...{ rows, shown, asOf }}
        headingOf={byModel}
        movable={({ due, status }) => mayPlan && due !== null && status !== 'done'}
        onAsk={moves.ask}
        onOpen={(row) => show({ target: `${row.unit}/${row.target}` })}
        empty={<NoTargets filtered={Boolean(shown.status || shown.owner)} mayPlan={mayPlan} />}
      />
      {countedIn.length > 0 && <CountedIn targets={countedIn} />}
      <Text size="sm">
        <TextLink to="/roadmap/$unit" params={{ unit }}>
          The roadmap with all units below {name}
        </TextLink>
      </Text>
      <Editing
        {...{ rows: all, shown, moves, asOf }}
        mayPlan={() => mayPlan}
        top={{ unit, name }}
        below={false}
      />
    </Stack>
  );
}

function CountedIn({ targets }: { readonly targets: Schemas['Roadmap']['countedIn'] }) {
  return (
    <Card component="section" withBorder aria-labelledby="counted-in">
      <Title order={2} size="h4" id="counted-in">
        Shares that count this unit
      </Title>
      <Stack component="ul" gap={6} mt="sm" mb={0} pl="md">
        {targets.map(({ unit, target, title, due, reached }) => (
          <li key={`${unit} ${target}`}>
            <Text size="sm" component="div">
              {title}, <UnitLink unit={unit} />
              {due && `, ${byText(due)}`}:{' '}
              <strong>{reached ? 'this unit is there' : 'this unit is not there yet'}</strong>
            </Text>
          </li>
        ))}
      </Stack>
    </Card>
  );
}
