import {
  type Instant,
  type ModelId,
  type Owner,
  type UnitKey,
  type UnitTimeline,
  unitStateAt,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Known } from '../known.js';
import { countsFrom } from '../occurred.js';
import { Refusal } from '../refusal.js';
import type { Forest } from './forest.js';

/** What a unit shall be from `occurredAt` (default: now) on; what is left out stays as it is. */
export interface UnitWish {
  readonly name?: string;
  readonly kind?: string;
  readonly parent?: UnitKey | null;
  readonly models?: readonly ModelId[];
  readonly tags?: readonly string[];
  readonly owner?: Owner | null;
  readonly occurredAt?: string;
}

/**
 * The facts that make a unit what is wished; none when it is so already.
 * @param pointer where the wish stands in what was sent
 * @throws Refusal `unit-incomplete`, `model-unknown`, `date-invalid`, `date-in-future`
 */
export async function draftsFor(
  known: Known,
  forest: Forest,
  unit: UnitKey,
  wish: UnitWish,
  pointer = '',
): Promise<readonly EventDraft[]> {
  const at = countsFrom(wish.occurredAt, known.now, `${pointer}/occurredAt`);
  await requireModels(known, wish.models ?? [], pointer);
  const timeline = await forest.timeline(unit);
  return timeline
    ? changes(unit, wish, timeline, at, await ownerOf(known, forest, unit))
    : [registration(unit, wish, pointer)];
}

/** @throws Refusal `model-unknown` */
export async function requireModels(known: Known, models: readonly ModelId[], pointer = '') {
  if (models.length === 0) return;
  const catalogue = await known.catalogue();
  const unknown = models.findIndex((model) => !catalogue.models.has(model));
  if (unknown === -1) return;
  throw new Refusal(
    'model-unknown',
    `There is no model "${models[unknown]}". GET /models lists them.`,
    `${pointer}/models/${unknown}`,
  );
}

function registration(unit: UnitKey, wish: UnitWish, pointer: string): EventDraft {
  const { parent = null, models, tags, owner, occurredAt } = wish;
  const data = {
    ...requireNameAndKind(unit, wish, pointer),
    parent,
    ...(models?.length ? { models: distinct(models) } : {}),
    ...(tags?.length ? { tags: distinct(tags) } : {}),
    ...(owner ? { owner } : {}),
  };
  return { type: 'unit.registered', unit, occurredAt, data };
}

/** @throws Refusal `unit-incomplete` where a new unit lacks either */
export function requireNameAndKind(
  unit: UnitKey,
  { name, kind }: Pick<UnitWish, 'name' | 'kind'>,
  pointer = '',
): { readonly name: string; readonly kind: string } {
  if (name !== undefined && kind !== undefined) return { name, kind };
  const missing = name === undefined ? 'name' : 'kind';
  const message = `"${unit}" is new: it needs a name and a kind.`;
  throw new Refusal('unit-incomplete', message, `${pointer}/${missing}`);
}

function changes(
  unit: UnitKey,
  { occurredAt, ...wish }: UnitWish,
  timeline: UnitTimeline,
  at: Instant,
  owner: Owner | null,
): readonly EventDraft[] {
  const state = unitStateAt(timeline, at);
  const data = {
    ...(wish.name !== undefined && wish.name !== state.name ? { name: wish.name } : {}),
    ...(wish.kind !== undefined && wish.kind !== state.kind ? { kind: wish.kind } : {}),
    ...(wish.models && !same(wish.models, timeline.models)
      ? { models: distinct(wish.models) }
      : {}),
    ...(wish.tags && !same(wish.tags, state.tags) ? { tags: distinct(wish.tags) } : {}),
    ...(wish.owner !== undefined && !sameOwner(wish.owner, owner) ? { owner: wish.owner } : {}),
  };
  const drafts: EventDraft[] = [];
  if (Object.keys(data).length > 0) drafts.push({ type: 'unit.changed', unit, occurredAt, data });
  if (wish.parent !== undefined && wish.parent !== state.parent) {
    drafts.push({ type: 'unit.moved', unit, occurredAt, data: { parent: wish.parent } });
  }
  return drafts;
}

/** The owner given last, in clear. */
export async function ownerOf(known: Known, forest: Forest, unit: UnitKey): Promise<Owner | null> {
  const giving = (await forest.events(unit)).findLast(
    (event) =>
      (event.type === 'unit.registered' || event.type === 'unit.changed') &&
      event.data.owner !== undefined,
  );
  if (!giving) return null;
  const clear = forest.isDraft(giving.id) ? giving : ((await known.find(giving.id)) ?? giving);
  return (clear.data as { owner?: Owner | null }).owner ?? null;
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const same = <T>(a: readonly T[], b: readonly T[]) => {
  const wanted = distinct(a);
  return wanted.length === b.length && wanted.every((item, index) => item === b[index]);
};

const sameOwner = (a: Owner | null, b: Owner | null) =>
  a?.name === b?.name && a?.email === b?.email;
