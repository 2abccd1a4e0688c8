import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { columnId, type HeatmapColumn } from './cells.js';

interface HeatmapHeadProps {
  readonly columns: readonly HeatmapColumn[];
  readonly order: readonly number[];
  readonly sort: string | undefined;
  /** The model of the page. */
  readonly lead: string;
  readonly onSort: (id: string) => void;
  readonly active: number | undefined;
}

/** The headings; each sorts by its column: highest first, lowest first, by name again. */
export function HeatmapHead({ columns, order, sort, lead, onSort, active }: HeatmapHeadProps) {
  const heading = (id: string, title: string, shown: number, leads: boolean) => {
    const sorted = id === 'name' ? nameSort(sort) : columnSort(sort, id);
    return (
      <div
        key={id}
        role="columnheader"
        aria-colindex={shown + 1}
        aria-sort={sorted}
        className={shown === 0 ? 'heat-head heat-corner' : 'heat-head'}
        data-lead={leads || undefined}
      >
        <button
          type="button"
          data-place={`0:${shown}`}
          tabIndex={active === shown ? 0 : -1}
          onClick={() => onSort(id)}
        >
          <span>{title}</span>
          {sorted === 'descending' && <IconArrowDown size={14} aria-hidden />}
          {sorted === 'ascending' && id !== 'name' && <IconArrowUp size={14} aria-hidden />}
        </button>
      </div>
    );
  };
  return (
    <div role="row" aria-rowindex={1} className="heat-row">
      {heading('name', 'Unit', 0, false)}
      {order.map((index, shown) => {
        const column = columns[index];
        if (!column) return null;
        const leads = column.dimension === undefined && column.model === lead;
        return heading(columnId(column), column.title, shown + 1, leads);
      })}
    </div>
  );
}

const nameSort = (sort: string | undefined) =>
  sort === undefined || sort === 'name' ? 'ascending' : sort === '-name' ? 'descending' : 'none';

const columnSort = (sort: string | undefined, id: string) =>
  sort === id ? 'descending' : sort === `-${id}` ? 'ascending' : 'none';
