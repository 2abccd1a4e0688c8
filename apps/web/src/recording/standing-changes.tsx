import { Group, List, Stack, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { Schemas } from '#lib/client';
import { useModelsById } from '../models/catalogue.js';
import { changeWords } from './change-words.js';
import { type Change, changesOf } from './changes.js';
import type { Comparison } from './facts.js';
import { StandingMark } from './standing-mark.js';
import classes from './recording.module.css';

interface StandingChangesProps {
  readonly comparison: Comparison;
  /** What is said where no model changes. */
  readonly none?: string;
}

const NONE = 'Nothing changes: the unit stands in every model as it does now.';

/** How a unit's standing would change, model by model, before beside after. */
export function StandingChanges({ comparison, none = NONE }: StandingChangesProps) {
  const models = useModelsById();
  const changes = changesOf(comparison.before, comparison.after);
  const [changed, same] = [changes.filter((one) => !one.none), changes.filter((one) => one.none)];
  if (changes.length === 0) return <Text size="sm">This unit follows no maturity model.</Text>;
  return (
    <Stack gap="sm">
      {changed.length === 0 && <Text size="sm">{none}</Text>}
      <ul className={classes.changes}>
        {changed.map((change) => (
          <ChangeItem key={change.model} change={change} model={models.get(change.model)} />
        ))}
        {same.map((change) => (
          <SameItem key={change.model} change={change} model={models.get(change.model)} />
        ))}
      </ul>
    </Stack>
  );
}

interface ItemProps {
  readonly change: Change;
  readonly model: Schemas['Model'] | undefined;
}

const MOVES = {
  rises: { icon: <IconArrowUpRight size={18} />, says: 'rises to' },
  falls: { icon: <IconArrowDownRight size={18} />, says: 'falls to' },
  stays: { icon: <IconArrowRight size={18} />, says: 'stays at' },
} as const;

function ChangeItem({ change, model }: ItemProps) {
  const { icon, says } = MOVES[change.moves];
  const of = model?.stages.length ?? 0;
  const words = changeWords(change, model);
  return (
    <li data-moves={change.moves}>
      <Text fw={600} size="sm">
        {model?.title ?? change.model}
      </Text>
      <Group gap={6} my={4}>
        <StandingMark standing={change.before} of={of} />
        <span role="img" aria-label={says} className={classes.arrow}>
          {icon}
        </span>
        <StandingMark standing={change.after} of={of} />
      </Group>
      {words.length > 0 && (
        <List size="sm" spacing={2} withPadding={false}>
          {words.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
    </li>
  );
}

function SameItem({ change, model }: ItemProps) {
  return (
    <li data-moves="none">
      <Group gap="xs" justify="space-between">
        <Text size="sm">{model?.title ?? change.model}</Text>
        <Group gap={6}>
          <StandingMark standing={change.after} of={model?.stages.length ?? 0} />
          <Text size="sm" c="dimmed">
            no change
          </Text>
        </Group>
      </Group>
    </li>
  );
}
