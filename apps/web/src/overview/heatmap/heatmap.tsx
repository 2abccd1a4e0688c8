import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ChartFrame } from '../../charts/chart-frame.js';
import type { Twin } from '../../charts/twin.js';
import { savePng } from '../../charts/export.js';
import type { OverviewSearch } from '../search.js';
import type { Shown } from '../queries.js';
import { useAddresses } from './addresses.js';
import {
  type Heatmap,
  type HeatmapRow,
  nextSort,
  orderOf,
  type Reading,
  shadeOf,
  sortedRows,
} from './cells.js';
import { HeatmapGrid } from './heatmap-grid.js';
import { HeatmapPicture } from './heatmap-picture.js';

/** As many rows as a saved picture has at most. */
const PICTURED = 60;

interface HeatmapViewProps {
  readonly name: string;
  readonly heatmap: Heatmap;
  /** The model of the page. */
  readonly lead: string;
  /** Whether the model of the page has dimensions. */
  readonly dimensions: boolean;
  readonly shown: Shown;
}

/** The children of a unit across models, or across the dimensions of one. */
export function HeatmapView({ name, heatmap, lead, dimensions, shown }: HeatmapViewProps) {
  const navigate = useNavigate();
  const addresses = useAddresses(shown);
  const { by, cells, sort } = shown;
  const reading: Reading = cells ?? 'median';
  const [pictured, setPictured] = useState<number>();
  const seen = useRef(0);
  const onSeen = useCallback((first: number) => {
    seen.current = first;
  }, []);
  const hidden = useRef<HTMLDivElement>(null);
  const { columns, total } = heatmap;
  const rows = useMemo(() => sortedRows(heatmap, sort, reading), [heatmap, sort, reading]);
  const twin = useMemo(() => twinOf(heatmap, rows, reading), [heatmap, rows, reading]);
  const common = useMemo(
    () => ({ columns, order: orderOf(columns, lead), reading, addresses }),
    [columns, lead, reading, addresses],
  );
  const go = (change: OverviewSearch) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
  const what = by === 'dimensions' ? 'in each dimension' : 'in each model';
  const title =
    rows.length > 0
      ? `Where the units right below ${name} stand ${what}`
      : `Where ${name} stands ${what}`;
  const save = () => {
    flushSync(() => setPictured(rows.length <= PICTURED ? 0 : seen.current));
    void savePng(hidden.current, 'heatmap', title).finally(() => setPictured(undefined));
  };
  return (
    <ChartFrame
      id="heatmap"
      title={title}
      note={
        rows.length > 0
          ? `Each cell is ${reading === 'own' ? 'the stage of the unit itself' : 'the median of the unit and all below it'}${heatmap.columns.some(({ of }) => of === 0) ? '; where a model has no stages, the average' : ''}. A name leads to what lies below it, a cell to the unit’s page.`
          : 'No unit lies below it. What it has reached and what it lacks is on its own page, where each cell leads.'
      }
      twin={twin}
      onPng={save}
      controls={
        <>
          {(dimensions || by === 'dimensions') && (
            <SegmentedControl
              size="xs"
              aria-label="Columns of the heatmap"
              value={by ?? 'models'}
              onChange={(next) =>
                go({ by: next === 'dimensions' ? 'dimensions' : undefined, sort: undefined })
              }
              data={[
                { value: 'models', label: 'Models' },
                { value: 'dimensions', label: 'Dimensions' },
              ]}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label="What a cell of the heatmap tells of"
            value={reading}
            onChange={(next) => go({ cells: next === 'own' ? 'own' : undefined })}
            data={[
              { value: 'median', label: 'Median below' },
              { value: 'own', label: 'Unit itself' },
            ]}
          />
        </>
      }
    >
      <HeatmapGrid
        title={title}
        total={total}
        rows={rows}
        shown={common}
        sort={sort}
        lead={lead}
        onSort={(id) => go({ sort: nextSort(sort, id) })}
        onSeen={onSeen}
      />
      {pictured !== undefined && (
        <div ref={hidden} className="heat-picture" aria-hidden>
          <HeatmapPicture
            total={total}
            rows={rows.slice(pictured, pictured + PICTURED)}
            shown={common}
          />
        </div>
      )}
    </ChartFrame>
  );
}

function twinOf({ columns, total }: Heatmap, rows: readonly HeatmapRow[], reading: Reading): Twin {
  let kept: Twin['rows'] | undefined;
  const told = () =>
    [total, ...rows].map((row) => [
      row.name,
      row.kind,
      row.below,
      ...columns.map((column, index) => {
        const cell = row.cells[index];
        return cell ? shadeOf(cell, column, reading).text : null;
      }),
    ]);
  return {
    columns: ['Unit', 'Kind', 'Units', ...columns.map(({ title }) => title)],
    // thousands of rows: only when they are asked for
    get rows() {
      kept ??= told();
      return kept;
    },
  };
}
