import { useRef, useState } from 'react';
import { faultOf } from '../api/faults.js';
import type { Schemas } from '#lib/client';
import { client } from '../api/client.js';
import { type Fact, record } from './facts.js';
import { emptyRow, isPending, type LogRow, type RowState } from './log-row.js';

/** A line that is ready to be sent. */
export interface ReadyRow {
  readonly id: string;
  readonly attempt: string;
  readonly fact: Fact;
}

/** What saving came to. */
export interface SavedRows {
  readonly saved: number;
  readonly refused: number;
  /** The unit's standings before the first line. */
  readonly before: readonly Schemas['Standing'][];
  /** The unit's standings after the last line that was saved. */
  readonly standings: readonly Schemas['Standing'][] | undefined;
}

/** The lines of the form: typed, saved one by one, kept where they were refused. */
export function useLogRows(unit: string, first: readonly LogRow[]) {
  const [rows, setRows] = useState(first);
  const [saving, setSaving] = useState(false);
  const busy = useRef(false);
  const mark = (id: string, state: RowState) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, state } : row)));
  const change = (id: string, part: Partial<LogRow>) =>
    setRows((all) => all.map((row) => (row.id === id ? changed(row, part) : row)));
  const add = (): string => {
    const id = crypto.randomUUID();
    setRows((all) => [...all, emptyRow(id, all.findLast(isPending)?.when ?? 'today')]);
    return id;
  };
  const remove = (id: string) =>
    setRows((all) => {
      const others = all.filter((row) => row.id !== id);
      return others.length > 0 ? others : [emptyRow(crypto.randomUUID(), 'today')];
    });
  /** Sends the lines in order; what is refused stays with its fault, and the next is sent all the same. */
  const save = async (ready: readonly ReadyRow[]): Promise<SavedRows> => {
    let outcome: SavedRows = { saved: 0, refused: 0, before: [], standings: undefined };
    if (busy.current) return { ...outcome, refused: ready.length };
    busy.current = true;
    setSaving(true);
    const before = await standingsOf(unit);
    for (const { id, attempt, fact } of ready) {
      try {
        const sent = await record(unit, fact, attempt);
        const standings = sent.outcome === 'recorded' ? sent.standings : outcome.standings;
        outcome = { ...outcome, saved: outcome.saved + 1, standings };
        mark(id, { is: 'saved' });
      } catch (thrown) {
        outcome = { ...outcome, refused: outcome.refused + 1 };
        mark(id, { is: 'refused', fault: faultOf(thrown) });
      }
    }
    busy.current = false;
    setSaving(false);
    return { ...outcome, before: before ?? outcome.standings ?? [] };
  };
  const begin = (next: readonly LogRow[]) => setRows(next);
  return { rows, saving, change, add, remove, save, mark, begin };
}

/** How the unit stands; undefined where no answer comes: what is saved does not depend on it. */
async function standingsOf(unit: string): Promise<readonly Schemas['Standing'][] | undefined> {
  try {
    const path = '/api/v1/units/{unit}/standings';
    return (await client.GET(path, { params: { path: { unit } } })).data?.items;
  } catch {
    return undefined;
  }
}

/**
 * A line after typing. What the server refused is a new attempt from then on; where no answer came
 * it may have been recorded, so the key stays and a repeat is known.
 */
function changed(row: LogRow, part: Partial<LogRow>): LogRow {
  const { state } = row;
  const onlyShown = Object.keys(part).every((name) => name === 'detailed');
  if (onlyShown) return { ...row, ...part };
  if (state.is !== 'refused') return { ...row, ...part, offered: false };
  const refused = (state.fault.status ?? 500) < 500;
  return {
    ...row,
    ...part,
    offered: false,
    state: { is: 'typed' },
    ...(refused ? { attempt: crypto.randomUUID() } : {}),
  };
}
