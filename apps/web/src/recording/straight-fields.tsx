import { NativeSelect, NumberInput, Stack, Textarea } from '@mantine/core';
import type { Schemas } from '#lib/client';
import { EvidenceFields } from './evidence-fields.js';
import type { Straight, StraightFaults, StraightForm } from './straight-choices.js';
import { WhenField } from './when-field.js';

interface StraightFieldsProps {
  readonly straight: Straight;
  readonly event: Schemas['Event'] | undefined;
  /** Whether the milestone has degrees. */
  readonly degrees: boolean;
  readonly form: StraightForm;
  readonly faults: StraightFaults;
  readonly onChange: (part: Partial<StraightForm>) => void;
}

const WHEN_LABELS: Readonly<Record<Straight, string | undefined>> = {
  ended: 'When it ended',
  never: undefined,
  date: 'When it was',
  'not-applicable': 'Since when it does not apply',
  waived: 'From when it is accepted',
  until: undefined,
  other: undefined,
};

/** What has to be said for one of the answers. */
export function StraightFields(props: StraightFieldsProps) {
  const { straight, event, degrees, form, faults, onChange } = props;
  const whenLabel = WHEN_LABELS[straight];
  const optional =
    straight === 'not-applicable' || (straight === 'ended' && event?.type !== 'milestone.waived');
  const dates = straight === 'waived' || straight === 'until';
  return (
    <Stack gap="sm">
      {whenLabel && (
        <WhenField
          label={whenLabel}
          value={form.when}
          error={faults.when}
          onChange={(when) => onChange({ when })}
        />
      )}
      {dates && (
        <WhenField
          label="Until when, that day included"
          hint="Empty: without an end"
          value={form.until}
          error={faults.until}
          onChange={(until) => onChange({ until })}
        />
      )}
      {straight === 'other' && <Other {...{ event, degrees, form, faults, onChange }} />}
      <Textarea
        label={optional ? 'Why (if there is something to say)' : 'Why'}
        description="It stays beside the record, for whoever asks later."
        required={!optional}
        autosize
        minRows={2}
        maxLength={4000}
        value={form.reason}
        error={faults.reason}
        onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
      />
    </Stack>
  );
}

function Other({ event, degrees, form, faults, onChange }: Omit<StraightFieldsProps, 'straight'>) {
  const achieved = event?.type === 'milestone.achieved';
  return (
    <>
      {event?.type === 'milestone.assessed' && (
        <NativeSelect
          label="What was found"
          value={form.outcome}
          data={[
            { value: 'no', label: 'Looked at: not in place' },
            { value: 'not-applicable', label: 'Does not apply' },
          ]}
          onChange={({ currentTarget }) =>
            onChange({ outcome: currentTarget.value === 'no' ? 'no' : 'not-applicable' })
          }
        />
      )}
      {achieved && (degrees || form.degree !== '') && (
        <NumberInput
          label="How far it is in place"
          suffix=" %"
          min={1}
          max={100}
          placeholder="100 %"
          w={180}
          value={form.degree}
          error={faults.degree}
          onChange={(degree) => onChange({ degree: String(degree) })}
        />
      )}
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={4000}
        value={form.note}
        error={faults.note}
        onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
      />
      {achieved && (
        <EvidenceFields
          value={form.evidence}
          error={faults.evidence}
          onChange={(evidence) => onChange({ evidence })}
        />
      )}
    </>
  );
}
