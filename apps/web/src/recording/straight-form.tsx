import { Button, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api, client } from '../api/client.js';
import { faultOf } from '../api/faults.js';
import { useProgram } from '../api/session.js';
import { recordText } from '../kit/event-words.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { useModels, useTitles } from '../models/catalogue.js';
import { dayText } from '../time/words.js';
import { withDegrees } from './dictionary.js';
import { type Fact, record } from './facts.js';
import { Preview } from './preview.js';
import classes from './recording.module.css';
import {
  choicesFor,
  formOf,
  readStraight,
  type Straight,
  type StraightForm as Form,
} from './straight-choices.js';
import { type Outcome, StraightDone } from './straight-done.js';
import { StraightFields } from './straight-fields.js';

interface StraightFormProps {
  readonly unit: string;
  /** What is recorded; absent: nothing is. */
  readonly event: Schemas['Event'] | undefined;
  readonly milestone: string;
  readonly onTouched: (touched: boolean) => void;
  readonly onDone: () => void;
}

/** Asks what is right, shows what that would change, and records it. */
export function StraightForm({ unit, event, milestone, onTouched, onDone }: StraightFormProps) {
  const titles = useTitles();
  const models = useModels();
  const { approvals } = useProgram();
  const [begun] = useState(() => formOf(event));
  const [form, setForm] = useState<Form>(begun);
  const [straight, setStraight] = useState<Straight>();
  const [strict, setStrict] = useState(false);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const [reader] = useState(() => ({ now: new Date() }));
  const choices = choicesFor(event);
  const chosen = choices.find((choice) => choice.straight === straight);
  const where = chosen?.here ? unit : (event?.unit ?? unit);
  const read = straight && readStraight(straight, form, { event, milestone, reader });
  const touched = JSON.stringify(form) !== JSON.stringify(begun);
  const saving = useMutation({
    mutationFn: (fact: Fact) => settle(where, fact, attempt),
    onSuccess: () => onTouched(false),
    onError: (thrown) => {
      if ((faultOf(thrown).status ?? 500) < 500) setAttempt(crypto.randomUUID());
    },
  });
  const done = saving.data !== undefined;
  useEffect(() => onTouched(touched && !done), [touched, done, onTouched]);
  const confirm = () => {
    setStrict(true);
    if (read?.ok) saving.mutate(read.fact);
  };
  if (saving.data) return <StraightDone outcome={saving.data} onDone={onDone} />;
  const waits = read?.ok ? approvalText(read.fact, approvals) : undefined;
  return (
    <Stack>
      <Recorded {...{ unit, event, title: titles.get(milestone) ?? milestone }} />
      <Radio.Group
        label="What is right?"
        value={straight ?? ''}
        onChange={(value) => setStraight(choices.find((one) => one.straight === value)?.straight)}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs" mt="xs">
          {choices.map(({ straight: value, label, says }) => (
            <Radio key={value} value={value} label={label} description={says} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      {straight && (
        <>
          <StraightFields
            straight={straight}
            event={event}
            degrees={withDegrees(models.data?.items ?? []).has(milestone)}
            form={form}
            faults={strict && read && !read.ok ? read.faults : {}}
            onChange={(part) => setForm({ ...form, ...part })}
          />
          <Preview
            unit={where}
            facts={read?.ok ? [read.fact] : []}
            title={
              where === unit
                ? 'How every standing would change'
                : `How the standings of ${where} would change`
            }
            waiting="Fill in the fields above to see what would change."
          />
          {saving.error && <FaultPanel thrown={saving.error} />}
        </>
      )}
      <Group className={classes.foot} justify="space-between">
        <Text size="sm" role="status">
          {waits}
        </Text>
        <Button disabled={!straight} loading={saving.isPending} onClick={confirm}>
          Set it straight
        </Button>
      </Group>
    </Stack>
  );
}

interface RecordedProps {
  readonly unit: string;
  readonly event: Schemas['Event'] | undefined;
  readonly title: string;
}

/** What is recorded, so that one sees what one is about to change. */
function Recorded({ unit, event, title }: RecordedProps) {
  const above = event?.unit && event.unit !== unit ? event.unit : undefined;
  const { data } = api.useQuery(
    'get',
    '/api/v1/units/{unit}',
    { params: { path: { unit: above ?? unit } } },
    { enabled: above !== undefined },
  );
  return (
    <Stack gap={2}>
      <Text fw={600}>{title}</Text>
      <Text size="sm">
        {event
          ? `On record: ${recordText(event)}. Recorded ${dayText(event.recordedAt)} by ${event.actor}.`
          : 'Nothing is on record about it.'}
      </Text>
      {above && (
        <Text size="sm">
          It is recorded at {data?.name ?? above} and holds for the units below. What is changed
          about it is changed there.
        </Text>
      )}
    </Stack>
  );
}

async function settle(unit: string, fact: Fact, key: string): Promise<Outcome> {
  const { data } = await client.GET('/api/v1/units/{unit}/standings', {
    params: { path: { unit } },
  });
  const sent = await record(unit, fact, key);
  if (sent.outcome === 'proposed') return { is: 'proposed' };
  return {
    is: 'recorded',
    comparison: { before: data?.items ?? sent.standings, after: sent.standings },
  };
}

/** Said beforehand where the program wants a second pair of eyes. */
function approvalText(
  { kind }: Fact,
  { waivers, corrections }: Schemas['Program']['approvals'],
): string | undefined {
  if (kind === 'waived' && waivers) return 'Somebody else has to approve it before it counts.';
  if ((kind === 'corrected' || kind === 'retracted') && (corrections || waivers)) {
    return 'It may have to be approved by somebody else before it counts.';
  }
  return undefined;
}
