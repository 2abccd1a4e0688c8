import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { mayAt, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { useAddress } from '../kit/use-address.js';
import { isNow, useMoment } from '../time/moment.js';
import { Editing } from './editing/editing.js';
import { RoadmapChart } from './roadmap-chart.js';
import { RoadmapFilters } from './roadmap-filters.js';
import type { RoadmapSearch } from './search.js';
import { ownersOf } from './owners.js';
import type { PlannedRow } from './timeline/rows.js';
import { useMoves } from './editing/use-moves.js';

interface SubtreeBoardProps {
  readonly unit: string;
  readonly name: string;
  /** The unit and those above it that are in sight. */
  readonly path: readonly string[];
  readonly shown: RoadmapSearch;
}

const PAGE = 200;

const byUnit = ({ unit, name }: PlannedRow) => ({ key: unit, title: name, unit });

/** The roadmap of a unit and all below it: what is wanted of each, and how that stands. */
export function SubtreeBoard({ unit, name, path, shown }: SubtreeBoardProps): ReactElement {
  const moment = useMoment();
  const session = useSession();
  const show = useAddress<RoadmapSearch>();
  const moves = useMoves();
  const { status, owner } = shown;
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/rollups/{unit}/roadmap',
    { params: { path: { unit }, query: { ...moment, status, owner, limit: PAGE } } },
    {
      ...byCursor,
      placeholderData: (before: unknown) => before as never,
    },
  );
  const mayPlan = (at: string) => isNow(moment) && mayAt(session, 'plan', [at, ...path]);
  return (
    <QueryView query={query} height={640}>
      {({ pages: [first, ...others] }) => {
        if (!first) return null;
        const { summary, asOf } = first;
        const rows = [first, ...others].flatMap(({ items }) => items);
        return (
          <Stack gap="md">
            <RoadmapFilters shown={shown} byStatus={summary.byStatus} owners={ownersOf(rows)} />
            <RoadmapChart
              title={`Targets of ${name} and of all units below it`}
              {...{ rows, shown, asOf }}
              headingOf={byUnit}
              movable={(row) => row.due !== null && row.status !== 'done' && mayPlan(row.unit)}
              onAsk={moves.ask}
              onOpen={(row) => show({ target: `${row.unit}/${row.target}` })}
              more={<More query={query} label="Show more targets, the earliest first" />}
              empty={<NoTargets filtered={Boolean(status || owner)} mayPlan={mayPlan(unit)} />}
            />
            <Editing {...{ rows, shown, moves, mayPlan, asOf }} below top={{ unit, name }} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

/** Said where there is no target to show. */
export function NoTargets({
  filtered,
  mayPlan,
}: {
  readonly filtered: boolean;
  readonly mayPlan: boolean;
}): ReactElement {
  if (filtered) return <Empty title="No target fits">Show all statuses and owners again.</Empty>;
  return (
    <Empty title="Nothing is planned yet">
      {mayPlan
        ? 'Set a first target: a milestone, a stage or a level, and by when.'
        : 'The program office sets targets: what is wanted of a unit, and by when.'}
    </Empty>
  );
}
