import { keepPreviousData } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { Empty } from '../kit/empty.js';
import { QueryView } from '../kit/query-view.js';
import { UnitLink } from '../kit/unit-link.js';
import { useMoment } from '../time/moment.js';
import { countText, numberText } from '../time/words.js';
import { RankedBars } from './blockers-bars.js';
import type { PartProps } from './flow-period.js';

type Moves = Schemas['BestMoves'];
type Move = Moves['items'][number];

const SHOWN = 6;

/** Which acts would raise most units for what they cost. */
export function BestMoves({ unit, model, kind, tag }: PartProps): ReactElement {
  const query = api.useQuery(
    'get',
    '/api/v1/rollups/{unit}/best-moves',
    { params: { path: { unit }, query: { model, kind, tag, ...useMoment(), limit: SHOWN } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <QueryView query={query} height={SHOWN * 68 + 80}>
      {({ items }) => <Ranked moves={items.filter(({ advances }) => advances > 0)} />}
    </QueryView>
  );
}

function Ranked({ moves }: { readonly moves: readonly Move[] }) {
  const title = 'Which acts would raise most units';
  return (
    <ChartFrame
      id="best-moves"
      title={title}
      note="Most stages won for their effort first. Each was worked out unit by unit."
      twin={{
        columns: ['Act', 'Where', 'Acts', 'Units that rise', 'Stages won', 'Effort', 'Why'],
        rows: moves.map((one) => [
          one.title,
          one.at ?? 'each unit for itself',
          one.acts,
          one.units,
          one.advances,
          one.effort,
          one.why.join(' '),
        ]),
      }}
    >
      {moves.length === 0 ? (
        <Empty title="No single act raises a unit now">
          Every next stage lacks several things. What holds most units back says which.
        </Empty>
      ) : (
        <RankedBars
          label={title}
          bars={moves.map((one) => ({
            key: `${one.milestone} ${one.at ?? ''}`,
            title: one.title,
            value: one.units,
            strong: one.units,
            says: `raises ${countText(one.units, 'unit')}`,
            links: <Where move={one} />,
          }))}
        />
      )}
    </ChartFrame>
  );
}

function Where({
  move: { at, acts, effort, examples, branches, advances },
}: {
  readonly move: Move;
}) {
  const cost = effort ? `, effort ${effort} each` : '';
  const units = at ? branches.map((one) => one.unit) : examples;
  return (
    <>
      {at ? (
        <>
          Once, at <UnitLink unit={at} />
          {effort && ` (effort ${effort})`}: {countText(advances, 'stage')} won
          {units.length > 0 && ', most in '}
        </>
      ) : (
        <>
          {countText(acts, 'act')}
          {cost}: {numberText(advances)} stages won
          {units.length > 0 && ', as in '}
        </>
      )}
      {units.slice(0, 2).map((unit, index) => (
        <span key={unit}>
          {index > 0 && ', '}
          <UnitLink unit={unit} />
        </span>
      ))}
    </>
  );
}
