import { Alert, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Schemas } from '#lib/client';
import { useSession } from '../api/session.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { useMilestones, useModels } from '../models/catalogue.js';
import { countText } from '../time/words.js';
import { withDegrees } from './dictionary.js';
import { draftOf, keepDraft } from './draft.js';
import type { Comparison, Fact } from './facts.js';
import { LogOutcome } from './log-outcome.js';
import { emptyRow, isFilled, isPending, isTouched, type LogRow, readRow } from './log-row.js';
import { LogRowFields } from './log-row-fields.js';
import { LogRowDone } from './log-row-done.js';
import { Preview } from './preview.js';
import classes from './recording.module.css';
import { useLogRows } from './use-log-rows.js';
import { usePlanRow } from './use-plan-row.js';

interface LogFormProps {
  readonly unit: string;
  readonly milestone: string | undefined;
  /** Told whether something was typed that is not saved. */
  readonly onTouched: (touched: boolean) => void;
  readonly onDone: () => void;
  readonly onAgain: () => void;
}

/** Several milestones, from the keyboard: Enter adds a line, Ctrl+Enter saves. */
export function LogForm(props: LogFormProps) {
  const { data, error, isPending, refetch } = useMilestones();
  // the lines stand before the dictionary is there: what is typed meanwhile is not lost
  return (
    <>
      {!data && !isPending && <FaultPanel thrown={error} onRetry={() => void refetch()} />}
      <Lines {...props} entries={data?.items} />
    </>
  );
}

interface LinesProps extends LogFormProps {
  /** The dictionary; undefined while it is on its way. */
  readonly entries: readonly Schemas['Milestone'][] | undefined;
}

function Lines({ unit, milestone, entries, onTouched, onDone, onAgain }: LinesProps) {
  const session = useSession();
  const models = useModels();
  const [kept] = useState(() => draftOf(session.id, unit));
  const [first] = useState(() => beginning(kept, milestone));
  const { rows, saving, change, add, remove, save, mark } = useLogRows(unit, first);
  const plan = usePlanRow(unit, mark);
  const [strict, setStrict] = useState(false);
  const [finished, setFinished] = useState(false);
  // over all attempts: how the unit stood before the first line was saved, and after the last
  const [moved, setMoved] = useState<Comparison>();
  // where the focus is wanted: at first in the first line, whenever the dictionary arrives
  const [focus, setFocus] = useState(firstField(first));
  const graded = withDegrees(models.data?.items ?? []);
  const [reader] = useState(() => ({ now: new Date() }));
  const read = rows.map((row) => ({
    row,
    answer: readRow(row, reader, row.milestone !== null && graded.has(row.milestone)),
  }));
  const pending = read.filter(({ row }) => isPending(row));
  const meant = pending.filter(({ row }) => isFilled(row));
  const ready = meant.flatMap(({ row: { id, attempt }, answer }) =>
    answer.ok && !answer.future ? [{ id, attempt, fact: answer.fact }] : [],
  );
  const touched = rows.some(isTouched);
  useEffect(() => onTouched(touched), [touched, onTouched]);
  useEffect(() => keepDraft(session.id, unit, rows), [session.id, unit, rows]);
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus();
  }, [focus]);
  const titleOf = (key: string | null) =>
    entries?.find((entry) => entry.key === key)?.title ?? key ?? '';
  const next = (id: string) => {
    const at = pending.findIndex(({ row }) => row.id === id);
    const after = pending[at + 1]?.row.id;
    if (pending[at]?.row.milestone === null) return;
    setFocus(`${after ?? add()}-milestone`);
  };
  // what is missing is seen: folded fields open, and the first line that is not ready has the focus
  const showFaults = () => {
    const unready = meant.filter(({ answer }) => !answer.ok || answer.future);
    for (const { row, answer } of unready) {
      const { degree, evidence } = answer.ok ? {} : answer.faults;
      if (degree ?? evidence) change(row.id, { detailed: true });
    }
    const [first] = unready;
    const faults = first?.answer.ok === false ? first.answer.faults : undefined;
    const field = faults?.milestone ? 'milestone' : 'when';
    if (first) document.getElementById(`${first.row.id}-${field}`)?.focus();
  };
  const submit = async () => {
    setStrict(true);
    if (meant.length === 0 && pending.length < rows.length) setFinished(true);
    showFaults();
    if (ready.length === 0 || saving) return;
    const { refused, before, standings } = await save(ready);
    if (standings) setMoved({ before: moved?.before ?? before, after: standings });
    if (refused === 0 && ready.length === meant.length) setFinished(true);
  };
  useHotkeys([['mod+Enter', () => void submit()]], []);
  if (finished || pending.length === 0) {
    return <LogOutcome rows={rows} titleOf={titleOf} {...{ moved, onDone, onAgain }} />;
  }
  const refused = rows.filter(({ state }) => state.is === 'refused').length;
  return (
    <Stack>
      {kept.length > 0 && (
        <Text size="sm" role="status">
          What you had typed here before is still there.
        </Text>
      )}
      {refused > 0 && (
        <Alert color="red" role="alert" title={`${countText(refused, 'line')} not recorded`}>
          {pending.length < rows.length
            ? `${countText(rows.length - pending.length, 'line is', 'lines are')} saved. What was not is kept below with its reason.`
            : 'What you typed is kept below with its reason.'}
        </Alert>
      )}
      {read.map(({ row, answer }, index) =>
        isPending(row) ? (
          <LogRowFields
            key={row.id}
            row={row}
            number={index + 1}
            read={answer}
            entries={entries}
            degrees={row.milestone !== null && graded.has(row.milestone)}
            strict={strict && (isFilled(row) || meant.length === 0)}
            focus={index === 0 ? (row.milestone ? 'when' : 'milestone') : undefined}
            onChange={(part) => change(row.id, part)}
            onRemove={rows.length > 1 ? () => remove(row.id) : undefined}
            onNext={() => next(row.id)}
            onPlan={plan && answer.ok ? () => void plan(row.id, answer.fact) : undefined}
          />
        ) : (
          <LogRowDone key={row.id} row={row} title={titleOf(row.milestone)} />
        ),
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setFocus(`${add()}-milestone`)}
      >
        Add a milestone
      </Button>
      <Preview
        unit={unit}
        facts={ready.map(({ fact }) => fact)}
        waiting="Choose a milestone and a date to see how the unit’s standings would change."
        nameOf={(fact: Fact) =>
          'milestone' in fact.body ? titleOf(fact.body.milestone ?? '') : ''
        }
      />
      <Group className={classes.foot} justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" visibleFrom="xs">
          <Kbd size="xs">Enter</Kbd> in the date: next line · <Kbd size="xs">Ctrl</Kbd> +{' '}
          <Kbd size="xs">Enter</Kbd>: save
        </Text>
        <Button onClick={() => void submit()} loading={saving} className={classes.save}>
          {ready.length > 1 ? `Save ${countText(ready.length, 'milestone')}` : 'Save'}
        </Button>
      </Group>
    </Stack>
  );
}

function beginning(kept: readonly LogRow[], milestone: string | undefined): readonly LogRow[] {
  const wanted =
    milestone && !kept.some((row) => row.milestone === milestone)
      ? [emptyRow(crypto.randomUUID(), 'today', milestone)]
      : [];
  const rows = [...wanted, ...kept];
  return rows.length > 0 ? rows : [emptyRow(crypto.randomUUID(), 'today')];
}

function firstField([row]: readonly LogRow[]): string | undefined {
  return row && `${row.id}-${row.milestone ? 'when' : 'milestone'}`;
}
