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

type Blockers = Schemas['Blockers'];
type Blocker = Blockers['items'][number];

const SHOWN = 6;
/** So many units are named below each bar; how many more there are is told. */
const NAMED = 3;

/** Which missing milestones hold most units of a subtree back. */
export function TopBlockers({ unit, model, kind, tag }: PartProps): ReactElement {
  const query = api.useQuery(
    'get',
    '/api/v1/rollups/{unit}/blockers',
    { params: { path: { unit }, query: { model, kind, tag, ...useMoment(), limit: SHOWN } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <QueryView query={query} height={SHOWN * 68 + 80}>
      {(answer) => <Ranked blockers={answer} />}
    </QueryView>
  );
}

function Ranked({ blockers: { items, heldBack, units } }: { readonly blockers: Blockers }) {
  const title = 'What holds most units back';
  return (
    <ChartFrame
      id="blockers"
      title={title}
      note={
        items.length > 0
          ? `${numberText(heldBack)} of ${countText(units, 'unit')} miss something for their next stage. Dark: those that this alone would raise.`
          : undefined
      }
      twin={{
        columns: [
          'Missing milestone',
          'Units held back',
          'Raised by it alone',
          'Effort',
          'Key move',
          'Models',
        ],
        rows: items.map((one) => [
          one.title,
          one.units,
          one.alone,
          one.effort,
          one.keyMove ? 'yes' : 'no',
          one.models.map((each) => `${each.title} (${numberText(each.units)})`).join('; '),
        ]),
      }}
    >
      {items.length === 0 ? (
        <Empty title="Nothing holds a unit back">
          Every unit is at its last stage, or nothing has been recorded yet.
        </Empty>
      ) : (
        <RankedBars
          label={title}
          bars={items.map((one) => ({
            key: one.milestone,
            title: one.title,
            value: one.units,
            strong: one.alone,
            says: countText(one.units, 'unit'),
            links: <Where blocker={one} />,
            ...moreThan(one),
          }))}
        />
      )}
    </ChartFrame>
  );
}

function moreThan({ units, examples }: Blocker): { readonly more?: string } {
  const rest = units - Math.min(examples.length, NAMED);
  return rest > 0 ? { more: `and ${numberText(rest)} more` } : {};
}

function Where({ blocker: { keyMove, examples, models } }: { readonly blocker: Blocker }) {
  const [model] = models;
  const named = examples.slice(0, NAMED);
  return (
    <>
      {keyMove && <strong>Key move · </strong>}
      {named.map((unit, index) => (
        <span key={unit}>
          {index > 0 && ', '}
          <UnitLink unit={unit} {...(model ? { model: model.model } : {})} />
        </span>
      ))}
    </>
  );
}
