import { Alert, Button, Card, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { QueryView } from '../kit/query-view.js';
import { useMilestones } from '../models/catalogue.js';
import { previewTogether } from '../recording/facts.js';
import { NotNow } from '../recording/not-now.js';
import { readWhen } from '../recording/when.js';
import { isNow, useMoment } from '../time/moment.js';
import { useUnit } from '../unit/unit-context.js';
import { BeforeAfter } from './before-after.js';
import { MakePlan } from './make-plan.js';
import type { Supposed } from './search.js';
import { Suggestions } from './suggestions.js';
import { SupposedList } from './supposed-list.js';
import { useSupposed } from './use-supposed.js';
import classes from './what-if.module.css';

/** What if: where the unit would stand if milestones happened or ended. Nothing is recorded. */
export function WhatIfPage(): ReactElement {
  const { unit, name } = useUnit();
  const dictionary = useMilestones();
  const supposed = useSupposed();
  if (!isNow(useMoment())) return <NotNow />;
  const any = supposed.achieve.length + supposed.lapse.length > 0;
  return (
    <Stack>
      <Alert
        color="orange"
        icon={<IconFlask />}
        title="What if: nothing is recorded"
        className={classes.banner}
      >
        Try out what would become of {name}. The address of this page keeps what you suppose.
      </Alert>
      <div className={classes.columns}>
        <Card withBorder component="section" aria-label="Suppose">
          <Stack>
            <Group justify="space-between">
              <Title order={2} size="h4">
                Suppose …
              </Title>
              {any && (
                <Button variant="subtle" size="compact-sm" onClick={supposed.clear}>
                  Start afresh
                </Button>
              )}
            </Group>
            <QueryView query={dictionary} height={160}>
              {({ items }) => <SupposedList entries={items} supposed={supposed} />}
            </QueryView>
            <Suggestions unit={unit} supposed={supposed} />
          </Stack>
        </Card>
        <Outcome achieve={supposed.achieve} lapse={supposed.lapse} />
      </div>
    </Stack>
  );
}

interface OutcomeProps {
  readonly achieve: readonly Supposed[];
  readonly lapse: readonly Supposed[];
}

function Outcome({ achieve, lapse }: OutcomeProps) {
  const { unit, may } = useUnit();
  const [now] = useState(() => new Date());
  const any = achieve.length + lapse.length > 0;
  const body = { achieve: [...achieve], lapse: [...lapse] };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['post', 'what-if', { unit, ...body }],
    queryFn: () => previewTogether(unit, body),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const last = [...achieve, ...lapse]
    .flatMap(({ on }) => readWhen(on ?? '', { now }) ?? [])
    .map(({ countsFrom, given, says }) => ({ day: countsFrom ?? given, says }))
    .toSorted((one, other) => one.day.localeCompare(other.day))
    .at(-1);
  const ahead = last && last.day > now.toISOString().slice(0, 10) ? last.says : undefined;
  return (
    <Card withBorder component="section" aria-label="What would become of it">
      <Stack>
        <Group gap="xs">
          <Title order={2} size="h4">
            … then
          </Title>
          {isFetching && <Loader size={14} aria-label="Working it out" />}
        </Group>
        {error && <FaultPanel thrown={error} onRetry={() => void refetch()} />}
        {!any && (
          <Empty title="Nothing is supposed yet" icon={<IconFlask size={22} />}>
            Choose a milestone, or try a recommended one. Below is where the unit stands now.
          </Empty>
        )}
        {data && (
          <div aria-busy={isFetching}>
            <BeforeAfter comparison={data} then={ahead ? `Then, in ${ahead}` : 'Then'} />
          </div>
        )}
        {any && may('plan') && (
          <MakePlan key={JSON.stringify(body)} unit={unit} achieve={achieve} lapse={lapse} />
        )}
        {any && !may('plan') && (
          <Text size="sm" c="dimmed">
            Who may plan for this unit can make targets of it: send them the address of this page.
          </Text>
        )}
      </Stack>
    </Card>
  );
}
