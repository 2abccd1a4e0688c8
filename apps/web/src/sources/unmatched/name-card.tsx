import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { UnitSelect } from '../../kit/unit-select.js';
import { useTitles } from '../../models/catalogue.js';
import { countText, instantText, numberText, occurredText } from '../../time/words.js';
import { factText } from '../mapping/fact-words.js';
import type { Answer } from './answered.js';
import classes from './unmatched.module.css';
import { useGuess } from './use-guess.js';

type Delivery = Schemas['Delivery'];

interface NameCardProps {
  readonly source: string;
  readonly name: Schemas['Unmatched'];
  /** Deliveries that wait, the last first; some of them, for examples. */
  readonly waiting: readonly Delivery[];
  readonly onAnswered: (answer: Answer) => void;
}

const EXAMPLES = 3;

/** One name that a tool has for a unit, what waits for the answer, and a way to give it. */
export function NameCard({ source, name, waiting, onAnswered }: NameCardProps): ReactElement {
  const { external, deliveries, firstAt, lastAt } = name;
  const queries = useQueryClient();
  const guess = useGuess(external).data ?? undefined;
  const [chosen, setChosen] = useState<string | null>();
  const unit = chosen === undefined ? (guess?.unit ?? null) : chosen;
  const isGuess = chosen === undefined && guess !== undefined;
  const mine = waiting.filter(({ findings }) =>
    findings.some((one) => one.external === external && one.outcome === 'unmatched'),
  );
  const answer = api.useMutation('put', '/api/v1/sources/{source}/matches/{external}', {
    onSuccess: async (made) => {
      onAnswered({
        ...{ external, unit: made.unit, deliveries: made.deliveries },
        waited: mine.map(({ id }) => id),
      });
      await queries.invalidateQueries();
    },
  });
  const say = (said: string | null) =>
    answer.mutate({ params: { path: { source, external } }, body: { unit: said } });
  const [first, last] = [instantText(firstAt), instantText(lastAt)];
  const period = first === last ? last : `${first} – ${last}`;
  return (
    <li className={classes.name}>
      <div>
        <Title order={3} size="h5" className={classes.called}>
          {external}
        </Title>
        <Text size="sm" c="dimmed">
          {countText(deliveries, 'delivery waits', 'deliveries wait')} · {period}
        </Text>
        <Examples external={external} waiting={mine} of={deliveries} />
      </div>
      <Stack gap="xs">
        <UnitSelect
          key={guess?.unit ?? ''}
          label={`Which unit is ${external}?`}
          value={unit}
          valueName={isGuess ? guess.name : undefined}
          onChange={setChosen}
          {...(isGuess ? { description: 'Guessed by its name: look before you say so' } : {})}
        />
        {answer.isError && <FaultPanel thrown={answer.error} />}
        <Group gap="xs">
          <Button
            aria-label={`Remember it: ${external}`}
            loading={answer.isPending && answer.variables.body.unit !== null}
            disabled={!unit || answer.isPending}
            onClick={() => say(unit)}
          >
            Remember it
          </Button>
          <Button
            variant="subtle"
            aria-label={`None of our units: ${external}`}
            loading={answer.isPending && answer.variables.body.unit === null}
            disabled={answer.isPending}
            onClick={() => say(null)}
          >
            None of our units
          </Button>
        </Group>
      </Stack>
    </li>
  );
}

interface ExamplesProps {
  readonly external: string;
  readonly waiting: readonly Delivery[];
  readonly of: number;
}

/** What some of the deliveries tell of it. */
function Examples({ external, waiting, of }: ExamplesProps) {
  const titles = useTitles();
  const facts = waiting
    .flatMap(({ findings }) => findings)
    .filter((one) => one.external === external);
  if (facts.length === 0) return null;
  return (
    <List size="sm" mt="xs" spacing={2}>
      {facts.slice(0, EXAMPLES).map((fact) => (
        <List.Item key={`${fact.rule} ${fact.kind} ${fact.milestone} ${fact.occurredAt}`}>
          {factText(fact, titles)}, {occurredText(fact.occurredAt)}
        </List.Item>
      ))}
      {of > EXAMPLES && facts.length > EXAMPLES && (
        <List.Item>and more in {numberText(of)} deliveries</List.Item>
      )}
    </List>
  );
}
