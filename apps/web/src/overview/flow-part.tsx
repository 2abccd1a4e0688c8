import { keepPreviousData } from '@tanstack/react-query';
import { Wide } from '../charts/wide.js';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { Empty } from '../kit/empty.js';
import { QueryView } from '../kit/query-view.js';
import { rankText } from '../stages/scale.js';
import { countText, dayText } from '../time/words.js';
import { type PartProps, usePeriod } from './flow-period.js';
import { FlowSankey } from './flow-sankey.js';
import { type FlowRow, WAY_TEXTS, wayOf, waysOf } from './flow-ways.js';
import './flow-parts.css';

/** Where the units of a subtree stood at the start of a period, and where they stand at its end. */
export function Flow({ unit, model, since, kind, tag }: PartProps): ReactElement {
  const { since: from, to, knownAt } = usePeriod(since);
  const moves = api.useQuery(
    'get',
    '/api/v1/rollups/{unit}/changes',
    { params: { path: { unit }, query: { model, kind, tag, knownAt, from, to, limit: 1 } } },
    { placeholderData: keepPreviousData },
  );
  const stages = api.useQuery(
    'get',
    '/api/v1/rollups/{unit}',
    { params: { path: { unit }, query: { model, kind, tag, asOf: to, knownAt } } },
    { placeholderData: keepPreviousData },
  );
  const sides = [dayText(from), to ? dayText(to) : 'today'] as const;
  return (
    <QueryView query={moves} height={380}>
      {({ flows }) => (
        <QueryView query={stages} height={380}>
          {({ model: shown, distribution }) => (
            <Drawn
              rows={flows.filter((one) => one.model === shown)}
              of={Math.max(0, distribution.length - 1)}
              sides={sides}
            />
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

interface DrawnProps {
  readonly rows: readonly FlowRow[];
  readonly of: number;
  readonly sides: readonly [string, string];
}

function Drawn({ rows, of, sides }: DrawnProps) {
  const [start, end] = sides;
  const title = `How units moved between stages, ${start} to ${end}`;
  const named = (stage: FlowRow['from']) =>
    stage && stage.ordinal > 0 ? `${rankText(stage.ordinal, of)} · ${stage.name}` : rankText(0, of);
  return (
    <ChartFrame
      id="flow"
      title={title}
      note={rows.length > 0 ? summed(rows) : undefined}
      twin={{
        columns: [`At ${start}`, `At ${end}`, 'Way', 'Units'],
        rows: rows.map((row) => [
          row.from ? named(row.from) : 'Not there yet',
          row.to ? named(row.to) : 'Not there any more',
          WAY_TEXTS[wayOf(row)],
          row.units,
        ]),
      }}
    >
      {rows.length === 0 ? (
        <Empty title="No unit stands in this model yet">
          As soon as milestones are recorded, this shows who moves from stage to stage.
        </Empty>
      ) : (
        <Wide>
          {(width) => <FlowSankey rows={rows} of={of} sides={sides} label={title} width={width} />}
        </Wide>
      )}
    </ChartFrame>
  );
}

function summed(rows: readonly FlowRow[]): string {
  const ways = waysOf(rows);
  const parts = (['rose', 'fell', 'stayed', 'appeared', 'left'] as const)
    .filter((way) => ways[way] > 0 || way === 'rose' || way === 'fell')
    .map((way) => `${ways[way]} ${WAY_TEXTS[way]}`);
  const all = Object.values(ways).reduce((sum, some) => sum + some, 0);
  return `Of ${countText(all, 'unit')}: ${parts.join(', ')}. The wider a band, the more units.`;
}
