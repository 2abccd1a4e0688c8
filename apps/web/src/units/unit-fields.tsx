import { Autocomplete, Group, MultiSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import type { Fault } from '../api/faults.js';
import { UnitSelect } from '../kit/unit-select.js';
import { useModels } from '../models/catalogue.js';
import { WhenField } from '../recording/when-field.js';
import type { UnitDraft } from './unit-draft.js';

/** Kinds that units often have; any other word will do. */
export const KINDS = ['enterprise', 'business-unit', 'region', 'country', 'function', 'team'];

interface UnitFieldsProps {
  readonly draft: UnitDraft;
  readonly onChange: (change: Partial<UnitDraft>) => void;
  readonly fault: Fault | undefined;
  /** The unit itself, which cannot lie under itself. */
  readonly itself?: string;
  readonly parentName?: string | undefined;
  readonly whenLabel: string;
}

/** What the server says of one field. @param pointer into what was sent, such as `/name` */
export const faultAt = (fault: Fault | undefined, pointer: string): string | undefined =>
  fault?.fields.find((field) => field.pointer.startsWith(pointer))?.message;

/** The fields of a unit. */
export function UnitFields(props: UnitFieldsProps) {
  const { draft, onChange, fault, itself, parentName, whenLabel } = props;
  const models = useModels().data?.items ?? [];
  return (
    <Stack gap="sm">
      <TextInput
        label="Name"
        required
        data-autofocus
        value={draft.name}
        error={faultAt(fault, '/name')}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <Autocomplete
        label="Kind"
        description="One of these, or a word of your own"
        required
        data={KINDS}
        value={draft.kind}
        error={faultAt(fault, '/kind')}
        onChange={(kind) => onChange({ kind })}
      />
      <UnitSelect
        label="Lies under"
        description="Empty: at the top"
        clearable
        value={draft.parent}
        valueName={parentName}
        without={itself ? [itself] : []}
        error={faultAt(fault, '/parent')}
        onChange={(parent) => onChange({ parent })}
      />
      <MultiSelect
        label="Models it follows"
        description={
          draft.models.length === 0 ? 'None chosen: those of the unit above, or of the program' : ''
        }
        searchable
        data={models.map(({ id, title }) => ({ value: id, label: title }))}
        value={[...draft.models]}
        error={faultAt(fault, '/models')}
        onChange={(chosen) => onChange({ models: chosen })}
      />
      <TagsInput
        label="Tags"
        description="Enter adds one"
        value={[...draft.tags]}
        error={faultAt(fault, '/tags')}
        onChange={(tags) => onChange({ tags })}
      />
      <Group grow align="flex-start">
        <TextInput
          label="Owner"
          value={draft.ownerName}
          autoComplete="off"
          error={faultAt(fault, '/owner/name')}
          onChange={({ currentTarget }) => onChange({ ownerName: currentTarget.value })}
        />
        <TextInput
          label="Their e-mail"
          type="email"
          autoComplete="off"
          value={draft.ownerEmail}
          error={faultAt(fault, '/owner/email')}
          onChange={({ currentTarget }) => onChange({ ownerEmail: currentTarget.value })}
        />
      </Group>
      <WhenField
        label={whenLabel}
        hint="Empty: now. Otherwise a day, month, quarter or year"
        value={draft.when}
        error={faultAt(fault, '/occurredAt')}
        onChange={(when) => onChange({ when })}
      />
    </Stack>
  );
}
