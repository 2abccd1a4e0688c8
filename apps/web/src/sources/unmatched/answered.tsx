import { Alert, Badge, Group, List, Loader, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { client } from '../../api/client.js';
import { forPeople } from '../../api/faults.js';
import { UnitLink } from '../../kit/unit-link.js';
import { useTitles } from '../../models/catalogue.js';
import { countText, numberText, occurredText } from '../../time/words.js';
import { factText, OUTCOMES } from '../mapping/fact-words.js';

/** What somebody just said of a name. */
export interface Answer {
  readonly external: string;
  /** Null: it is none of the program's. */
  readonly unit: string | null;
  /** How many deliveries are worked off by it. */
  readonly deliveries: number;
  /** Those of them that are known here. */
  readonly waited: readonly string[];
}

interface AnsweredProps {
  readonly source: string;
  readonly answer: Answer;
  readonly onClose: () => void;
}

/** So many deliveries are looked into, so often, until they are worked off. */
const LOOKED_INTO = 10;
const AGAIN_MS = 1000;

/** What an answer had recorded, as the deliveries that waited for it are worked off. */
export function Answered({ source, answer, onClose }: AnsweredProps): ReactElement {
  const { external, unit, deliveries, waited } = answer;
  const titles = useTitles();
  const looked = waited.slice(0, LOOKED_INTO);
  const found = useQueries({
    queries: looked.map((id) => ({
      queryKey: ['worked-off', source, id],
      queryFn: () => deliveryOf(source, id),
      refetchInterval: ({ state }: { readonly state: { readonly data?: Delivery | undefined } }) =>
        state.data && !isAwaited(state.data) ? false : AGAIN_MS,
      staleTime: 0,
    })),
  });
  const known = found.flatMap(({ data }) => data ?? []);
  const working = found.some(({ data, isError }) => !isError && (!data || isAwaited(data)));
  const facts = known
    .flatMap(({ findings }) => findings)
    .filter((one) => one.external === external);
  return (
    <Alert
      color="teal"
      icon={<IconCheck />}
      role="status"
      withCloseButton
      closeButtonLabel={`Close what became of ${external}`}
      onClose={onClose}
      title={
        unit === null ? (
          `${external} is none of our units`
        ) : (
          <>
            {external} is <UnitLink unit={unit} size="sm" fw={600} />
          </>
        )
      }
    >
      <Text size="sm">
        It is remembered.{' '}
        {deliveries > 0
          ? `${countText(deliveries, 'delivery is', 'deliveries are')} worked off by it.`
          : 'Nothing waited for it any more.'}{' '}
        {working && <Loader size={12} aria-label="Working them off" />}
      </Text>
      {unit !== null && facts.length > 0 && !working && (
        <List size="sm" mt="xs" spacing={4} listStyleType="none">
          {facts.map((fact) => {
            const { text, color } = OUTCOMES[fact.outcome];
            return (
              <List.Item key={`${fact.rule} ${fact.kind} ${fact.milestone} ${fact.occurredAt}`}>
                <Group gap="xs">
                  <Badge variant="white" color={color} tt="none">
                    {text}
                  </Badge>
                  <span>
                    {factText(fact, titles)}, {occurredText(fact.occurredAt)}
                  </span>
                  {fact.reason && <span>({forPeople(fact.reason)})</span>}
                </Group>
              </List.Item>
            );
          })}
          {deliveries > looked.length && (
            <List.Item>
              and those of {numberText(deliveries - looked.length)} more deliveries
            </List.Item>
          )}
        </List>
      )}
    </Alert>
  );
}

type Delivery = Schemas['DeliveryContent'];

const isAwaited = ({ status }: Delivery) => status === 'received';

/** @throws Problem */
async function deliveryOf(source: string, id: string): Promise<Delivery> {
  const { data, error } = await client.GET('/api/v1/sources/{source}/deliveries/{id}', {
    params: { path: { source, id } },
  });
  if (!data) throw error as unknown;
  return data;
}
