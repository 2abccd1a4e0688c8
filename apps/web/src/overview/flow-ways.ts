import type { Schemas } from '#lib/client';

type Stage = Schemas['StageRef'];

/** How many units stood at one stage and stand at another, or the same. */
export interface FlowRow {
  /** Null: no standing in the model then. */
  readonly from: Stage | null;
  readonly to: Stage | null;
  readonly units: number;
}

/** Which way units went. */
export type Way = 'rose' | 'fell' | 'stayed' | 'appeared' | 'left';

/** How each way is called on screen. */
export const WAY_TEXTS: Readonly<Record<Way, string>> = {
  rose: 'rose',
  fell: 'fell',
  stayed: 'stayed',
  appeared: 'joined',
  left: 'left',
};

/** Which way the units of a row went. */
export function wayOf({ from, to }: Pick<FlowRow, 'from' | 'to'>): Way {
  if (!from) return 'appeared';
  if (!to) return 'left';
  if (from.ordinal === to.ordinal) return 'stayed';
  return from.ordinal < to.ordinal ? 'rose' : 'fell';
}

/** A stage at the start or at the end of the period. */
export interface FlowNode {
  readonly id: string;
  readonly side: 'start' | 'end';
  /** Null: not there yet, or not there any more. */
  readonly stage: Stage | null;
  readonly units: number;
  /** At the end: how many came by each way. */
  readonly came: Readonly<Partial<Record<Way, number>>>;
}

/** Units on their way from one node to another. */
export interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly way: Way;
  readonly row: FlowRow;
}

const idOf = (side: FlowNode['side'], stage: Stage | null) => `${side}-${stage?.ordinal ?? 'none'}`;

/** The rows as a graph: stages of the start on one side, of the end on the other; the highest first. */
export function flowGraph(rows: readonly FlowRow[]): {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
} {
  const nodes = new Map<string, FlowNode>();
  for (const row of rows) {
    for (const side of ['start', 'end'] as const) {
      const stage = side === 'start' ? row.from : row.to;
      const id = idOf(side, stage);
      const before = nodes.get(id);
      const way = wayOf(row);
      const came = side === 'end' ? { [way]: (before?.came[way] ?? 0) + row.units } : {};
      nodes.set(id, {
        ...{ id, side, stage },
        units: (before?.units ?? 0) + row.units,
        came: { ...before?.came, ...came },
      });
    }
  }
  const rank = ({ stage }: FlowNode) => stage?.ordinal ?? -1;
  return {
    nodes: [...nodes.values()].sort((a, b) => rank(b) - rank(a)),
    links: rows.map((row) => ({
      source: idOf('start', row.from),
      target: idOf('end', row.to),
      value: row.units,
      way: wayOf(row),
      row,
    })),
  };
}

/** How many units went each way. */
export function waysOf(rows: readonly FlowRow[]): Readonly<Record<Way, number>> {
  const ways = { rose: 0, fell: 0, stayed: 0, appeared: 0, left: 0 };
  for (const row of rows) ways[wayOf(row)] += row.units;
  return ways;
}
