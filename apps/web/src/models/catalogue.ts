import { useMemo } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import type { Titles } from '../kit/event-words.js';
import { occurredText } from '../time/words.js';

export type Model = Schemas['Model'];
export type Milestone = Schemas['Milestone'];

/** More milestones or models than any program has. */
const ALL = { params: { query: { limit: 500 } } } as const;

/** Every maturity model the program can see, each in the version in force. */
export const useModels = () => api.useQuery('get', '/api/v1/models', ALL);

/** The whole dictionary of milestones. */
export const useMilestones = () => api.useQuery('get', '/api/v1/milestones', ALL);

/** The titles of all milestones by key; empty until they are known. */
export function useTitles(): Titles {
  const items = useMilestones().data?.items;
  return useMemo(() => new Map(items?.map(({ key, title }) => [key, title])), [items]);
}

/** Every maturity model by its id; empty until they are known. */
export function useModelsById(): ReadonlyMap<string, Model> {
  const items = useModels().data?.items;
  return useMemo(() => new Map(items?.map((model) => [model.id, model])), [items]);
}

/** How much work something is, in words. */
export const EFFORT_TEXTS: Readonly<Record<NonNullable<Milestone['effort']>, string>> = {
  S: 'small',
  M: 'medium',
  L: 'large',
  XL: 'very large',
};

/** How a model decides, in words. */
export const POLICY_TEXTS: Readonly<Record<Model['policy'], string>> = {
  gates: 'Stages one after another: each asks what stands in it, and all before it',
  dimensions: 'Several lines of growth, each with its levels',
  checklist: 'A list of points to check, without stages',
  scored: 'A score out of weighted points',
};

/** Who made a model, and when it was published. */
export function sourceText({ source }: Model): string {
  const published = source?.published && occurredText(source.published);
  return [source?.author, source?.title, published].filter(Boolean).join(' · ');
}
