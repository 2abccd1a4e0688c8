import type { QueryBus } from '@nestjs/cqrs';
import type { AlertFilter } from '#lib/advice';
import type { Instant, ModelId, TargetStatus, UnitKey } from '#lib/domain';
import type { Asked, LogFilter, Moment, Viewer } from '#lib/projections';
import type { ExportTable } from './export-table.js';

/** By what an export can be narrowed, or when it is for. */
export interface Narrowing {
  readonly under?: UnitKey | undefined;
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
  readonly depth?: number | undefined;
  readonly model?: ModelId | undefined;
  readonly by?: 'models' | 'dimensions' | undefined;
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
  readonly status?: TargetStatus | undefined;
  readonly owner?: string | undefined;
  readonly q?: string | undefined;
  readonly severity?: AlertFilter['severity'] | undefined;
  readonly state?: AlertFilter['state'] | undefined;
  readonly settled?: boolean | undefined;
  readonly rule?: string | undefined;
  /** The id of an account; null: nobody. */
  readonly assignee?: string | null | undefined;
  readonly type?: LogFilter['types'] | undefined;
  readonly unit?: UnitKey | undefined;
  readonly milestone?: LogFilter['milestone'] | undefined;
  /** The id of a key or a person. */
  readonly actor?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** What is asked for, beside what of. */
export interface ExportWish extends Narrowing {
  readonly viewer: Viewer;
  /** The pair of times as it was settled when the export began; what is read page by page is read for it. */
  readonly moment: Moment;
  /** Told by tables that are of one snapshot: the pair of that. */
  readonly isOf: (moment: Moment) => void;
}

/** One of the tables that can be exported. */
export interface Exportable {
  readonly narrowedBy: readonly (keyof Narrowing)[];
  /** @throws UnknownUnit for `under`, and whatever its read model throws, when the first row is asked for */
  open(queries: QueryBus, wish: ExportWish): ExportTable;
}

/** The pair of times of a wish. */
export function pairOf({ asOf, knownAt }: Narrowing): Asked {
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}

/** Without what was not said. */
export function said<T extends object>(members: T): Said<T> {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Said<T>;
}

type Said<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };
