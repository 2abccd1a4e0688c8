import { z } from 'zod';
import { isStorable, UnitKeyText } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { LevelPlace, UnitPlace } from '#lib/projections';
import { cursorOf, PlacedAt, placeOf, writtenPlaceOf } from './cursors.js';

/** How lists of units write where they go on: by key, by how well units fit, or within a level of the tree. */
export const UNIT_PLACES = {
  byKey: {
    read(cursor: string | undefined): UnitPlace | undefined {
      const unit = placeOf(cursor, (place) => UnitKeyText.safeParse(place).success);
      return unit === undefined ? undefined : { unit: unit as UnitKey, rank: 0, name: '' };
    },
    write: (next: UnitPlace | null) => cursorOf(next && next.unit),
  },
  byFit: {
    read(cursor: string | undefined): UnitPlace | undefined {
      const place = writtenPlaceOf(cursor, Fit);
      return place && { rank: place[0], name: place[1], unit: place[2] as UnitKey };
    },
    write: (next: UnitPlace | null) =>
      cursorOf(next && JSON.stringify([next.rank, next.name, next.unit])),
  },
  ofLevel: {
    read(cursor: string | undefined): LevelPlace | undefined {
      const place = writtenPlaceOf(cursor, Level);
      if (place === undefined) return undefined;
      const [asOf, knownAt, name, unit] = place;
      return { asOf, knownAt, name, unit: unit as UnitKey };
    },
    write: (next: LevelPlace | null) =>
      cursorOf(next && JSON.stringify([next.asOf, next.knownAt, next.name, next.unit])),
  },
} as const;

const OrderedName = z.string().max(1000).refine(isStorable);
const Fit = z.tuple([z.number().int().min(0).max(7), OrderedName, UnitKeyText]);
const Level = z.tuple([PlacedAt, PlacedAt, OrderedName, UnitKeyText]);
