import { useDeferredValue, useMemo, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Schemas } from '#lib/client';
import { client } from '../../api/client.js';
import { faultOf } from '../../api/faults.js';
import { type Draft, type PlacedFault, readDraft, textOf } from './draft.js';

/** A mapping that somebody writes, and what is wrong with it. */
export interface MappingDraft {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly draft: Draft;
  /** What the parser and the server say of it, in the order of its lines. */
  readonly faults: readonly PlacedFault[];
  /** What can be saved and will probably not do what is meant. */
  readonly warnings: readonly PlacedFault[];
  /** Whether the server is asked about it just now. */
  readonly checking: boolean;
  /** Why the server could not be asked. */
  readonly unasked: unknown;
  /** The version it was begun from. */
  readonly version: number;
  /** Something would be missed if the page were left. */
  readonly typed: boolean;
  /** It says something else than the version it was begun from. */
  readonly changed: boolean;
  /** Another version came meanwhile. */
  readonly overtaken: boolean;
  /** Begins again from a version. */
  readonly begin: (from: Schemas['Source']['mapping']) => void;
  /** Keeps what is written, as a change of a version that came meanwhile. */
  readonly keepUpon: (from: Schemas['Source']['mapping']) => void;
}

const TYPING_MS = 500;

/** The mapping of a source as somebody changes it; what is typed outlives what comes from the server. */
export function useMappingDraft({ name, mapping }: Schemas['Source']): MappingDraft {
  const [base, setBase] = useState(mapping);
  const [started, setStarted] = useState(() => textOf(mapping.rules));
  const [text, write] = useState(started);
  const typed = text !== started;
  const begin: MappingDraft['begin'] = (from) => {
    setBase(from);
    setStarted(textOf(from.rules));
    write(textOf(from.rules));
  };
  if (mapping.version > base.version && !typed) begin(mapping);
  // a long text takes longer to read than to type
  const settled = useDeferredValue(text);
  const draft = useMemo(() => readDraft(settled), [settled]);
  const { faults, ...asked } = useCheck(name, settled, draft);
  return {
    ...{ text, write, draft, typed, begin, ...asked },
    faults: [...draft.faults, ...faults].toSorted((a, b) => a.line - b.line),
    checking: asked.checking || settled !== text,
    version: base.version,
    changed:
      draft.rules !== undefined && JSON.stringify(draft.rules) !== JSON.stringify(base.rules),
    overtaken: mapping.version > base.version,
    keepUpon: setBase,
  };
}

/** What the server finds wrong with the rules; it reads no delivery by them. */
function useCheck(source: string, text: string, { rules, place }: Draft) {
  const wanted = rules === undefined ? null : JSON.stringify(rules);
  const [asked] = useDebouncedValue(wanted, TYPING_MS);
  const { data, error, isFetching } = useQuery({
    queryKey: ['mapping-check', source, asked],
    queryFn: () => lookAt(source, JSON.parse(asked ?? '[]') as Mapping),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const placed = (said: readonly Said[] = []) =>
    (wanted === null || text.trim() === '' ? [] : said)
      .map(({ pointer, message }) => place(pointer, message))
      // a rule may have gone since the server was asked
      .filter(({ rule }) => rule === undefined || rule < (rules?.length ?? 0));
  return {
    faults: placed(data?.faults),
    warnings: placed(data?.warnings),
    checking: isFetching || wanted !== asked,
    unasked: error,
  };
}

type Mapping = NonNullable<Schemas['PutSource']['mapping']>;
const MAPPING = /^\/mapping(\/|$)/;

/** What the server says of a place of the rules. */
type Said = Schemas['DryRun']['warnings'][number];

/** What is wrong with rules, and what they are warned of. @throws Problem that is about something else */
async function lookAt(
  source: string,
  mapping: Mapping,
): Promise<{ readonly faults: readonly Said[]; readonly warnings: readonly Said[] }> {
  const { data, error } = await client.POST('/api/v1/sources/{source}/dry-run', {
    params: { path: { source } },
    // nothing is read: what came after now has not come yet
    body: { mapping, since: new Date().toISOString() },
  });
  if (data) return { faults: [], warnings: data.warnings };
  const { fields } = faultOf(error);
  const faults = fields.filter(({ pointer }) => MAPPING.test(pointer));
  if (faults.length === 0) throw error as unknown;
  return { faults, warnings: [] };
}
