import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '#lib/client';
import { client } from '../../api/client.js';
import { likest, wordsOf } from './guess.js';

/** So many words are looked up, so many units are compared for each. */
const WORDS = 3;
const FOUND = 30;

/** The unit that is probably meant by what a tool calls it; null: none is called alike. */
export function useGuess(external: string) {
  return useQuery({
    queryKey: ['unit-guess', external],
    queryFn: () => guess(external),
    retry: false,
  });
}

async function guess(external: string): Promise<Schemas['Unit'] | null> {
  const words = wordsOf(external).slice(0, WORDS);
  const answers = await Promise.all(
    words.map((q) => client.GET('/api/v1/units', { params: { query: { q, limit: FOUND } } })),
  );
  const units = answers.flatMap(({ data }) => data?.items ?? []).filter(({ retired }) => !retired);
  return likest(external, units) ?? null;
}
