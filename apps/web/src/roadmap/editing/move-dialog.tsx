import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { daysBetween, daysText, dayText, occurredText } from '../../time/words.js';
import { lastDayOf } from '../due-days.js';
import { Precedents } from '../precedents.js';
import { PlanFault } from './plan-fault.js';
import type { AskedMove, Moves } from './use-moves.js';
import { useOpenedVersion, usePlan } from './use-plan.js';

/** Asks before a date is moved: from when to when, and how far it slips in all. */
export function MoveDialog({ moves }: { readonly moves: Moves }): ReactElement {
  const { asked, done } = moves;
  return (
    <Modal opened={asked !== undefined} onClose={done} title="Move this date?" centered>
      {asked && (
        <Asked key={`${asked.row.unit} ${asked.row.target} ${asked.day}`} {...{ asked, done }} />
      )}
    </Modal>
  );
}

function Asked({ asked, done }: { readonly asked: AskedMove; readonly done: () => void }) {
  const { row, day } = asked;
  const { unit, target, title, name, due, firstDue, goal } = row;
  const [reason, setReason] = useState('');
  const { version, again } = useOpenedVersion(unit);
  const { put } = usePlan(done);
  const by = Math.round(daysBetween(lastDayOf(due ?? day), day));
  const inAll = firstDue ? Math.round(daysBetween(lastDayOf(firstDue), day)) : 0;
  const save = () => {
    const change = { due: day, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    put.mutate({
      ...{ unit, target, version },
      body: { kind: goal.kind === 'share' ? 'share' : 'own', put: change },
      says: `${title}, ${name}: now due ${dayText(day)}.`,
    });
  };
  return (
    <Stack>
      <div>
        <Text fw={600}>{title}</Text>
        <Text size="sm">{name}</Text>
      </div>
      <Text>
        {due ? occurredText(due) : 'no date'} → <strong>{dayText(day)}</strong>: {daysText(by)}{' '}
        {by >= 0 ? 'later' : 'earlier'}
        {firstDue && inAll !== by && (
          <>
            ; {daysText(inAll)} {inAll >= 0 ? 'after' : 'before'} the first date,{' '}
            {occurredText(firstDue)}
          </>
        )}
        .
      </Text>
      <Precedents row={row} />
      <TextInput
        label="Why it moves"
        description="Kept with the move; may be left empty."
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Enter' && save()}
        maxLength={2000}
      />
      <PlanFault
        thrown={put.error}
        again={() => {
          again();
          put.reset();
        }}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={done}>
          Leave it
        </Button>
        <Button onClick={save} loading={put.isPending} data-autofocus>
          Move it
        </Button>
      </Group>
    </Stack>
  );
}
