import type { Model } from './catalogue.js';

/** A point of a `scored` model, as its document tells it. */
export interface ScoredItem {
  readonly id: string;
  readonly says: string;
  readonly weight: number;
  /** What it asks, as a criterion's expression; a point may name a milestone instead. */
  readonly when: unknown;
  readonly keyMove: boolean;
  readonly supporting: boolean;
  readonly inferred: boolean;
}

/** A group of a `scored` model. */
export interface ScoredGroup {
  /** Ids from the outermost group on, as standings name it. */
  readonly path: string;
  readonly name: string;
  readonly weight: number;
  readonly combine: Combine;
  readonly inferred: boolean;
  readonly groups: readonly ScoredGroup[];
  readonly items: readonly ScoredItem[];
}

/** How a group makes one score of those within. */
export type Combine = 'mean' | 'sum' | 'lowest' | 'highest';

interface GivenGroup extends Pick<ScoredGroup, 'name'> {
  readonly id: string;
  readonly weight?: number;
  readonly combine?: Combine;
  readonly inferred?: boolean;
  readonly groups?: readonly GivenGroup[];
  readonly items?: readonly (Pick<ScoredItem, 'id' | 'says'> &
    Partial<ScoredItem> & { readonly milestone?: string })[];
}

/** The groups of a `scored` model, which its document leaves open. */
export function scoredGroups({ groups = [] }: Model): readonly ScoredGroup[] {
  return (groups as readonly GivenGroup[]).map((group) => groupOf(group, ''));
}

function groupOf(given: GivenGroup, above: string): ScoredGroup {
  const { id, name, weight = 1, combine = 'mean', inferred = false } = given;
  const path = above ? `${above}/${id}` : id;
  return {
    ...{ path, name, weight, combine, inferred },
    groups: (given.groups ?? []).map((one) => groupOf(one, path)),
    items: (given.items ?? []).map(({ milestone, when, ...item }) => ({
      weight: 1,
      keyMove: false,
      supporting: false,
      inferred: false,
      ...item,
      when: when ?? { milestone },
    })),
  };
}
