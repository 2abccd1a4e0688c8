import { createContext, use } from 'react';
import type { Schemas } from '#lib/client';
import type { Permission } from '../api/session.js';

/** The unit of the page, for every room that shows something of it. */
export interface UnitOfPage {
  /** Its key. */
  readonly unit: string;
  readonly name: string;
  /** The units above it that are in sight, from the topmost down. */
  readonly path: readonly { readonly unit: string; readonly name: string }[];
  readonly retired: boolean;
  /** All that is known of it. */
  readonly whole: Schemas['UnitInTree'];
  /** Whether the person may do something here; it says nothing about the time of the page. */
  readonly may: (permission: Permission) => boolean;
}

/** Filled by the layout of a unit's pages. */
export const UnitContext = createContext<UnitOfPage | undefined>(undefined);

/**
 * The unit of the page. Pages below it show their parts with headings of the second order: the
 * unit's name is the one of the first.
 */
export function useUnit(): UnitOfPage {
  const unit = use(UnitContext);
  if (!unit) throw new Error('Only pages of a unit know their unit.');
  return unit;
}
