import { Button, Card, Code, Group, NativeSelect, Select, Stack, Text, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { QueryView } from '../../kit/query-view.js';
import { secondText } from '../../time/words.js';
import { DryRunResult } from './dry-run-result.js';
import classes from './mapping.module.css';

interface TryOutProps {
  readonly source: string;
  /** What is written; undefined as long as it is no list of rules. */
  readonly rules: readonly unknown[] | undefined;
  /** Something is wrong with them. */
  readonly faulty: boolean;
}

const DAY_MS = 86_400_000;
const PERIODS = { day: 1, week: 7, month: 30 } as const;
const CHOICES = [
  { value: 'month', label: 'All that is kept: 30 days' },
  { value: 'week', label: 'The last 7 days' },
  { value: 'day', label: 'The last 24 hours' },
  { value: 'one', label: 'One delivery' },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

/** Reads kept deliveries by the rules as they are written; nothing is recorded. */
export function TryOut({ source, rules, faulty }: TryOutProps): ReactElement {
  const { tried } = useSearch({ from: '/sources/$source' });
  const [choice, setChoice] = useState<Choice>(tried ? 'one' : 'month');
  const [delivery, setDelivery] = useState<string | null>(tried ?? null);
  const run = api.useMutation('post', '/api/v1/sources/{source}/dry-run');
  const written = JSON.stringify(rules);
  const [asked, setAsked] = useState<string>();
  const isOne = choice === 'one';
  const start = () => {
    setAsked(written);
    const since = isOne ? undefined : new Date(Date.now() - PERIODS[choice] * DAY_MS).toISOString();
    run.mutate({
      params: { path: { source } },
      body: {
        mapping: rules as NonNullable<Schemas['PutSource']['mapping']>,
        ...(since ? { since } : {}),
        ...(isOne && delivery ? { delivery } : {}),
      },
    });
  };
  return (
    <Card withBorder component="section" aria-label="Dry run">
      <Stack>
        <div>
          <Title order={3} size="h5">
            Dry run
          </Title>
          <Text size="sm" c="dimmed">
            Reads what this tool sent by the rules as they are written now, saved or not. Nothing is
            recorded.
          </Text>
        </div>
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label="Deliveries to read"
            data={[...CHOICES]}
            value={choice}
            onChange={({ currentTarget }) => setChoice(currentTarget.value as Choice)}
          />
          {isOne && <DeliverySelect source={source} value={delivery} onChange={setDelivery} />}
          <Button
            leftSection={<IconFlask size={16} />}
            loading={run.isPending}
            disabled={!rules || faulty || (isOne && !delivery)}
            onClick={start}
          >
            Dry run
          </Button>
        </Group>
        {isOne && delivery && <Payload source={source} delivery={delivery} />}
        {faulty && (
          <Text size="sm" c="dimmed">
            Mend what is wrong with the rules first.
          </Text>
        )}
        {run.isError && <FaultPanel thrown={run.error} />}
        {run.data && (
          <DryRunResult
            result={run.data}
            outdated={asked !== written}
            isOne={run.variables?.body?.delivery !== undefined}
          />
        )}
      </Stack>
    </Card>
  );
}

interface DeliverySelectProps {
  readonly source: string;
  readonly value: string | null;
  readonly onChange: (delivery: string | null) => void;
}

function DeliverySelect({ source, value, onChange }: DeliverySelectProps) {
  const query = api.useQuery('get', '/api/v1/sources/{source}/deliveries', {
    params: { path: { source }, query: { limit: 100 } },
  });
  const items = query.data?.items ?? [];
  return (
    <Select
      label="Delivery"
      placeholder={items.length === 0 && !query.isPending ? 'Nothing came yet' : 'Choose one'}
      data={items.map(({ id, event, receivedAt, status }) => ({
        value: id,
        label: `${event}, ${secondText(receivedAt)}, ${status}`,
      }))}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
      style={{ flex: '1 1 260px', maxWidth: 460 }}
    />
  );
}

/** What was sent, to write conditions by. */
function Payload({ source, delivery }: { readonly source: string; readonly delivery: string }) {
  const query = api.useQuery('get', '/api/v1/sources/{source}/deliveries/{id}', {
    params: { path: { source, id: delivery } },
  });
  return (
    <QueryView query={query} height={200}>
      {({ event, payload }) => (
        <Stack gap={4}>
          <Text size="sm">
            Expressions see <Code>event</Code>, here “{event}”, and <Code>payload</Code>:
          </Text>
          <Code
            block
            className={classes.payload}
            tabIndex={0}
            role="region"
            aria-label="What was sent"
          >
            {JSON.stringify(payload, null, 2)}
          </Code>
        </Stack>
      )}
    </QueryView>
  );
}
