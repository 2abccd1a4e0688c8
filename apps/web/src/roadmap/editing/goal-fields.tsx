import { NumberInput, SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactElement } from 'react';
import { useMilestones, useModels } from '../../models/catalogue.js';
import type { GoalKind, TargetDraft } from './wish.js';

interface GoalFieldsProps {
  readonly form: UseFormReturnType<TargetDraft>;
  /** Whether a share of units can be wanted as well. */
  readonly below: boolean;
  /** Editing keeps the kind: a share is kept elsewhere. */
  readonly kindFixed: boolean;
}

const KINDS: readonly { readonly value: GoalKind; readonly label: string }[] = [
  { value: 'milestone', label: 'A milestone' },
  { value: 'stage', label: 'A stage' },
  { value: 'level', label: 'A level' },
  { value: 'share', label: 'A share of units' },
];

/** What is wanted: a milestone, a stage, a level, or a share of units at a stage. */
export function GoalFields({ form, below, kindFixed }: GoalFieldsProps): ReactElement {
  const { kind } = form.values;
  const kinds = KINDS.filter(({ value }) =>
    kindFixed ? (kind === 'share') === (value === 'share') : below || value !== 'share',
  );
  return (
    <Stack gap="sm">
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label="What is wanted"
          data={[...kinds]}
          {...form.getInputProps('kind')}
          fullWidth
        />
      )}
      {kind === 'milestone' ? <MilestoneField form={form} /> : <ModelFields form={form} />}
    </Stack>
  );
}

type FormProp = Pick<GoalFieldsProps, 'form'>;

function MilestoneField({ form }: FormProp) {
  const { data } = useMilestones();
  return (
    <Select
      label="Milestone"
      placeholder="Type a part of its title"
      searchable
      withAsterisk
      nothingFoundMessage="No milestone is called so"
      data={data?.items.map(({ key, title }) => ({ value: key, label: title })) ?? []}
      {...form.getInputProps('milestone')}
    />
  );
}

function ModelFields({ form }: FormProp) {
  const { kind, model } = form.values;
  const { data } = useModels();
  const models = (data?.items ?? []).filter((one) =>
    kind === 'level' ? one.dimensions.length > 0 : one.stages.length > 0,
  );
  const chosen = models.find(({ id }) => id === model);
  return (
    <>
      <Select
        label="Maturity model"
        searchable
        withAsterisk
        data={models.map(({ id, title }) => ({ value: id, label: title }))}
        {...form.getInputProps('model')}
        onChange={(id) => form.setValues({ model: id, stage: null, dimension: null, level: null })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {kind === 'level' ? (
          <LevelFields form={form} dimensions={chosen?.dimensions ?? []} />
        ) : (
          <Select
            label={kind === 'share' ? 'Stage or higher' : 'Stage'}
            withAsterisk
            disabled={!chosen}
            data={(chosen?.stages ?? []).map(({ id, ordinal, name }) => ({
              value: id,
              label: `${ordinal} of ${chosen?.stages.length ?? 0} · ${name}`,
            }))}
            {...form.getInputProps('stage')}
          />
        )}
        {kind === 'share' && (
          <NumberInput
            label="Share of the units"
            description="The unit itself is counted."
            suffix=" %"
            min={1}
            max={100}
            withAsterisk
            {...form.getInputProps('share')}
          />
        )}
      </SimpleGrid>
    </>
  );
}

interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly { readonly level: number; readonly says: string }[];
}

function LevelFields({
  form,
  dimensions,
}: FormProp & { readonly dimensions: readonly Dimension[] }) {
  const chosen = dimensions.find(({ id }) => id === form.values.dimension);
  return (
    <>
      <Select
        label="Dimension"
        withAsterisk
        disabled={dimensions.length === 0}
        data={dimensions.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('dimension')}
        onChange={(id) => form.setValues({ dimension: id, level: null })}
      />
      <Select
        label="Level"
        withAsterisk
        disabled={!chosen}
        data={(chosen?.levels ?? []).map(({ level, says }) => ({
          value: String(level),
          label: `${level} of ${chosen?.levels.length ?? 0} · ${says}`,
        }))}
        {...form.getInputProps('level')}
      />
    </>
  );
}
