import { Wide } from '../charts/wide.js';
import type { ReactElement, ReactNode } from 'react';
import { ChartFrame } from '../charts/chart-frame.js';
import { dayOf } from '../time/words.js';
import { RoadmapLegend } from './roadmap-legend.js';
import { roadmapTwin } from './roadmap-twin.js';
import type { RoadmapSearch } from './search.js';
import { grouped, type PlannedRow, type RowGroup } from './timeline/rows.js';
import { usualSpan, wholeSpan } from './timeline/span.js';
import { Timeline } from './timeline/timeline.js';
import { Zoom } from './timeline/zoom.js';

interface RoadmapChartProps {
  readonly title: string;
  readonly rows: readonly PlannedRow[];
  readonly headingOf: (row: PlannedRow) => Omit<RowGroup, 'rows'>;
  readonly shown: RoadmapSearch;
  readonly asOf: string;
  readonly movable: (row: PlannedRow) => boolean;
  readonly onAsk: (row: PlannedRow, day: string) => void;
  readonly onOpen: (row: PlannedRow) => void;
  /** Said where there is nothing to draw. */
  readonly empty: ReactNode;
  /** What loads further targets; absent: these are all. */
  readonly more?: ReactNode;
}

/** The timeline of targets with its controls, its legend and its table. */
export function RoadmapChart(props: RoadmapChartProps): ReactElement {
  const { title, rows, headingOf, shown, asOf, movable, onAsk, onOpen, empty, more } = props;
  const today = dayOf(asOf);
  const { start, end } = shown;
  const span = start && end ? { start, end } : usualSpan(rows, today);
  const groups = grouped(rows, headingOf);
  return (
    <ChartFrame
      id="timeline"
      title={title}
      note={rows.length > 0 ? <RoadmapLegend /> : undefined}
      twin={roadmapTwin(groups.flatMap((group) => group.rows))}
      controls={rows.length > 0 ? <Zoom span={span} whole={wholeSpan(rows, today)} /> : undefined}
    >
      {rows.length === 0 ? (
        empty
      ) : (
        <Wide>
          {(width) => (
            <Timeline {...{ label: title, groups, span, asOf, width, movable, onAsk, onOpen }} />
          )}
        </Wide>
      )}
      {more}
    </ChartFrame>
  );
}
