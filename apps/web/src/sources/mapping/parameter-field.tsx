import { Switch, TagsInput, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { UnitSelect } from '../../kit/unit-select.js';
import { useMilestones } from '../../models/catalogue.js';
import { MilestoneSelect } from '../../recording/milestone-select.js';
import { type Field, labelOf, type Pairs } from './parameters.js';
import { quoted } from './quoted.js';
import { TableField } from './table-field.js';

interface ParameterFieldProps {
  readonly name: string;
  readonly parameter: Schemas['ReadyMadeRule']['with'][string];
  readonly value: Field;
  readonly onChange: (value: Field) => void;
  readonly error: string | undefined;
}

/** The field of one parameter of a ready-made rule, after its type. */
export function ParameterField(props: ParameterFieldProps): ReactElement {
  const { name, parameter, value, onChange, error } = props;
  const entries = useMilestones().data?.items;
  const { type } = parameter;
  const field = { label: labelOf(name), description: quoted(parameter.means), error };
  const required = parameter.default === undefined;
  if (type === 'flag') {
    return (
      <Switch
        {...field}
        checked={value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    );
  }
  if (type === 'units' || type === 'milestones') {
    return (
      <TableField
        {...field}
        required={required}
        of={type}
        pairs={value as Pairs}
        onChange={onChange}
      />
    );
  }
  if (type === 'texts') {
    return (
      <TagsInput
        {...field}
        withAsterisk={required}
        value={[...(value as readonly string[])]}
        onChange={onChange}
      />
    );
  }
  const text = typeof value === 'string' ? value : null;
  if (type === 'unit')
    return <UnitSelect {...field} required={required} value={text} onChange={onChange} clearable />;
  if (type === 'milestone') {
    return <MilestoneSelect {...field} entries={entries} value={text} onChange={onChange} />;
  }
  return (
    <TextInput
      {...field}
      withAsterisk={required}
      maxLength={500}
      value={text ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
