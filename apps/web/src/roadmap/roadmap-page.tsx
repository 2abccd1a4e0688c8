import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { mayAt, useSession } from '../api/session.js';
import { ExportMenu } from '../exports/export-menu.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { UnitTrail } from '../kit/unit-trail.js';
import { useMoment } from '../time/moment.js';
import { CalendarMenu } from './calendar-menu.js';
import { PlanAction } from './plan-action.js';
import type { RoadmapSearch } from './search.js';
import { SubtreeBoard } from './subtree-board.js';

/** The roadmap of the top: of the topmost unit in sight, with the others a step away. */
export function TopRoadmapPage(): ReactElement {
  const shown = useSearch({ from: '/roadmap' });
  const query = api.useQuery('get', '/api/v1/units', {
    params: { query: { top: 'true', limit: 500, ...useMoment() } },
  });
  return (
    <QueryView query={query} height={640}>
      {({ items }) => {
        const [first, ...others] = items.toSorted((a, b) => (b.children ?? 0) - (a.children ?? 0));
        if (!first) {
          return (
            <Page title="Roadmap">
              <Empty title="There is no unit yet">
                <TextLink to="/units">Register a first unit</TextLink>, then set targets for it.
              </Empty>
            </Page>
          );
        }
        return <Subtree unit={first.unit} shown={shown} others={others} />;
      }}
    </QueryView>
  );
}

/** The roadmap of one unit and all below it. */
export function RoadmapPage(): ReactElement {
  const { unit } = useParams({ from: '/roadmap/$unit' });
  const shown = useSearch({ from: '/roadmap/$unit' });
  return <Subtree unit={unit} shown={shown} others={[]} />;
}

interface SubtreeProps {
  readonly unit: string;
  readonly shown: RoadmapSearch;
  readonly others: readonly { readonly unit: string; readonly name: string }[];
}

function Subtree({ unit, shown, others }: SubtreeProps) {
  const { status } = shown;
  const below = { under: unit, ...useMoment() };
  const session = useSession();
  const query = api.useQuery('get', '/api/v1/units/{unit}', { params: { path: { unit } } });
  return (
    <QueryView query={query} height={640}>
      {({ name, path: above }) => {
        const path = [unit, ...above.map((one) => one.unit)];
        const mayPlan = mayAt(session, 'plan', path);
        return (
          <Page
            title={`Roadmap of ${name}`}
            above={<Above path={above} />}
            lead={
              <>
                With all units below it.{' '}
                <TextLink to="/overview/$unit" params={{ unit }}>
                  Overview
                </TextLink>
                {others.map((other) => (
                  <span key={other.unit}>
                    {' · also: '}
                    <TextLink to="/roadmap/$unit" params={{ unit: other.unit }}>
                      {other.name}
                    </TextLink>
                  </span>
                ))}
              </>
            }
            actions={
              <>
                <ExportMenu
                  tables={[
                    { file: 'roadmap', label: 'Roadmap', query: { ...below, status } },
                    { file: 'targets', label: 'Targets, to be imported again', query: below },
                  ]}
                />
                <CalendarMenu unit={unit} name={name} mayShare={mayPlan} />
                {mayPlan && <PlanAction unit={unit} />}
              </>
            }
          >
            <SubtreeBoard {...{ unit, name, path, shown }} />
          </Page>
        );
      }}
    </QueryView>
  );
}

function Above({
  path,
}: {
  readonly path: readonly { readonly unit: string; readonly name: string }[];
}) {
  if (path.length === 0) return null;
  return (
    <UnitTrail>
      {path.map(({ unit, name }) => (
        <TextLink key={unit} to="/roadmap/$unit" params={{ unit }} size="sm">
          {name}
        </TextLink>
      ))}
    </UnitTrail>
  );
}
