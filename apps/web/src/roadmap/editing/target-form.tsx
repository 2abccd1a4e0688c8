import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactElement, useState } from 'react';
import { api } from '../../api/client.js';
import { faultOf } from '../../api/faults.js';
import { UnitSelect } from '../../kit/unit-select.js';
import { readWhen } from '../../recording/when.js';
import { occurredText } from '../../time/words.js';
import type { PlannedRow } from '../timeline/rows.js';
import { Precedents } from '../precedents.js';
import { DropTarget } from './drop-target.js';
import { GoalFields } from './goal-fields.js';
import { OwnerFields } from './owner-fields.js';
import { PlanFault } from './plan-fault.js';
import { sameGoal, targetKeyOf } from './target-key.js';
import { useOpenedVersion, usePlan } from './use-plan.js';
import { bodyOf, draftOf, dueOf, faultsOf, fieldOf, goalOf, type TargetDraft } from './wish.js';

interface TargetFormProps {
  /** The unit of the page. */
  readonly top: { readonly unit: string; readonly name: string };
  /** Whether targets can be set for units below it, and shares of them. */
  readonly below: boolean;
  /** The target that is changed; absent: a new one. */
  readonly row?: PlannedRow;
  readonly onDone: () => void;
}

/** Sets a target or changes it: what is wanted, of whom, by when, and who answers for it. */
export function TargetForm({ top, below, row, onDone }: TargetFormProps): ReactElement {
  const form = useForm<TargetDraft>({
    initialValues: draftOf(top.unit, row),
    validate: (draft) => faultsOf(draft),
  });
  const { unit, aim, due } = form.values;
  const { version, again } = useOpenedVersion(unit);
  const { put } = usePlan(onDone);
  const others = api.useQuery('get', '/api/v1/units/{unit}/roadmap', {
    params: { path: { unit } },
  });
  const goal = goalOf(form.values);
  const twin = others.data?.targets.find(
    (one) => goal && sameGoal(one.goal, goal) && one.target !== row?.target,
  );
  const [openedAt] = useState(() => new Date().toISOString());
  const moved = row !== undefined && dueOf(form.values) !== row.due;
  const save = form.onSubmit((draft) => {
    const wanted = goalOf(draft);
    if (!wanted || twin) return;
    const taken = others.data?.targets.map(({ target }) => target) ?? [];
    const target = row?.target ?? targetKeyOf(wanted, taken);
    const withGoal = !row || !sameGoal(row.goal, wanted);
    put.mutate(
      {
        ...{ unit, target, version },
        body: { kind: wanted.kind === 'share' ? 'share' : 'own', put: bodyOf(draft, withGoal) },
        says: row ? 'The target is changed.' : 'The target is set.',
      },
      {
        onError: (thrown) => {
          for (const { pointer, message } of faultOf(thrown).fields) {
            const field = fieldOf(pointer);
            if (field) form.setFieldError(field, message);
          }
        },
      },
    );
  });
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="md">
        {row ? (
          <Text size="sm">{row.name}</Text>
        ) : (
          below && (
            <UnitSelect
              label="Of which unit"
              required
              under={top.unit}
              value={unit}
              valueName={top.name}
              onChange={(chosen) => chosen && form.setFieldValue('unit', chosen)}
            />
          )
        )}
        <GoalFields {...{ form, below }} kindFixed={row !== undefined} />
        {twin && (
          <Alert color="orange" title="That is wanted already">
            This unit has a target for it
            {twin.due ? `, due ${occurredText(twin.due)}` : ', an aim without a date'}. Open that
            one on the roadmap to change it.
          </Alert>
        )}
        <Stack gap={6}>
          <TextInput
            label="By when"
            placeholder="2027-03-31, March 2027, Q1 2027"
            withAsterisk={!aim}
            disabled={aim}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={<span aria-live="polite">{understood(due)}</span>}
            {...form.getInputProps('due')}
          />
          <Checkbox label="No date: an aim" {...form.getInputProps('aim', { type: 'checkbox' })} />
        </Stack>
        {goal?.kind === 'milestone' && !row && (
          <Precedents
            row={{
              unit,
              goal,
              due: dueOf(form.values) ?? null,
              setAt: openedAt,
              status: 'on-track',
            }}
          />
        )}
        <OwnerFields form={form} unit={top.unit} />
        {moved && (
          <TextInput
            label="Why the date moves"
            description="Kept with the move; may be left empty."
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
        )}
        <PlanFault
          thrown={put.error}
          again={() => {
            again();
            put.reset();
          }}
        />
        <Group justify="space-between">
          {row ? <DropTarget {...{ row, version, onDone }} /> : <span />}
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
            <Button type="submit" loading={put.isPending} disabled={twin !== undefined}>
              {row ? 'Save' : 'Set the target'}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function understood(due: string): string {
  const read = readWhen(due, { now: new Date() });
  if (!due.trim()) return 'A day, a month, a quarter or a year; the whole of it is in time.';
  if (!read) return 'Not understood yet';
  return read.countsFrom ? `By the end of ${read.says}` : `By ${read.says}`;
}
