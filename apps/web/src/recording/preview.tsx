import { Loader, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schemas } from '#lib/client';
import { FaultPanel } from '../kit/fault-panel.js';
import { useModels } from '../models/catalogue.js';
import { type Comparison, type Fact, preview, previewTogether } from './facts.js';
import { StandingChanges } from './standing-changes.js';

const TYPING_MS = 300;

/** What facts would change: those that can be judged together, and others by themselves. */
interface Foreseen {
  /** The facts it is about: their places in the list that was given. */
  readonly of: readonly number[];
  readonly comparison: Comparison;
}

/** What several facts would change; nothing is recorded. @throws Problem */
async function foresee(unit: string, facts: readonly Fact[]): Promise<readonly Foreseen[]> {
  const [first] = facts;
  if (first && facts.length === 1) return [{ of: [0], comparison: await preview(unit, first) }];
  const places = facts.map((_, place) => place);
  const together = places.filter((place) => supposedOf(facts[place]) !== undefined);
  const alone = places.filter((place) => !together.includes(place));
  const joint =
    together.length > 0
      ? [
          previewTogether(unit, jointOf(together.map((place) => facts[place]))).then(
            (comparison) => ({ of: together, comparison }),
          ),
        ]
      : [];
  const others = alone.flatMap((place) => {
    const fact = facts[place];
    return fact ? [preview(unit, fact).then((comparison) => ({ of: [place], comparison }))] : [];
  });
  return Promise.all([...joint, ...others]);
}

type Supposed = Pick<Schemas['WhatIf'], 'achieve' | 'lapse'>;

function supposedOf(fact: Fact | undefined): Supposed | undefined {
  if (fact?.kind === 'achieved') {
    const { milestone, occurredAt, degree } = fact.body;
    return { achieve: [{ milestone, on: occurredAt, ...(degree ? { degree } : {}) }] };
  }
  if (fact?.kind !== 'lapsed') return undefined;
  return { lapse: [{ milestone: fact.body.milestone, on: fact.body.occurredAt }] };
}

function jointOf(facts: readonly (Fact | undefined)[]): Supposed {
  const parts = facts.map(supposedOf);
  return {
    achieve: parts.flatMap((part) => part?.achieve ?? []),
    lapse: parts.flatMap((part) => part?.lapse ?? []),
  };
}

interface PreviewProps {
  readonly unit: string;
  readonly facts: readonly Fact[];
  readonly title?: string;
  /** Said while there is nothing to show. */
  readonly waiting: ReactNode;
  /** How a fact is called where not all can be judged together. */
  readonly nameOf?: (fact: Fact) => string;
}

/** How every standing of a unit would change, while one still types. */
export function Preview({ unit, facts, title, waiting, nameOf = () => '' }: PreviewProps) {
  const [asked] = useDebouncedValue(JSON.stringify(facts), TYPING_MS);
  const wanted = JSON.parse(asked) as readonly Fact[];
  const { data, error, isFetching } = useQuery({
    queryKey: ['post', 'foreseen', { unit, facts: wanted }],
    queryFn: () => foresee(unit, wanted),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
  });
  const shown = wanted.length > 0 && !error ? data : undefined;
  const titles = new Map(useModels().data?.items.map(({ id, title }) => [id, title]));
  return (
    <Stack gap="xs" component="section" aria-label={title ?? 'What this would change'}>
      <Title order={3} size="h5" component="h3">
        {title ?? 'What this would change'}{' '}
        {isFetching && <Loader size={12} aria-label="Working it out" />}
      </Title>
      {wanted.length === 0 && (
        <Text size="sm" c="dimmed" component="div">
          {waiting}
        </Text>
      )}
      {error && <FaultPanel thrown={error} />}
      <VisuallyHidden role="status">
        {shown && !isFetching ? summaryOf(shown, titles) : ''}
      </VisuallyHidden>
      {shown?.map(({ of, comparison }) => (
        <Stack key={of.join()} gap={4} style={{ opacity: isFetching ? 0.7 : 1 }}>
          {shown.length > 1 && (
            <Text size="sm" fw={600}>
              {of
                .flatMap((place) => wanted[place] ?? [])
                .map(nameOf)
                .join(', ')}
            </Text>
          )}
          <StandingChanges comparison={comparison} />
        </Stack>
      ))}
    </Stack>
  );
}

function summaryOf(shown: readonly Foreseen[], titles: ReadonlyMap<string, string>): string {
  const moved = new Set(
    shown.flatMap(({ comparison: { before, after } }) =>
      after
        .filter(
          ({ model, stage }) =>
            stage?.ordinal !== before.find((one) => one.model === model)?.stage?.ordinal,
        )
        .map(({ model }) => model),
    ),
  );
  return moved.size === 0
    ? 'No stage would change.'
    : `Stages would change in: ${[...moved].map((model) => titles.get(model) ?? model).join(', ')}.`;
}
