import {
  ActionIcon,
  Alert,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  VisuallyHidden,
} from '@mantine/core';
import { IconCalendarPlus, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Fault } from '../api/faults.js';
import type { Milestone } from '../models/catalogue.js';
import { meaningOf } from './dictionary.js';
import { EvidenceFields } from './evidence-fields.js';
import { type LogRow, type ReadRow, SAYINGS, type Saying } from './log-row.js';
import { MilestoneSelect } from './milestone-select.js';
import classes from './recording.module.css';
import { WhenField } from './when-field.js';

interface LogRowFieldsProps {
  readonly row: LogRow;
  /** The number of the line, from 1. */
  readonly number: number;
  readonly read: ReadRow;
  readonly entries: readonly Milestone[] | undefined;
  /** Whether the milestone has degrees. */
  readonly degrees: boolean;
  /** Whether faults are shown: after a first attempt to save. */
  readonly strict: boolean;
  /** Where the focus goes when the form opens. */
  readonly focus: 'milestone' | 'when' | undefined;
  readonly onChange: (part: Partial<LogRow>) => void;
  readonly onRemove: (() => void) | undefined;
  /** Enter in the date: on to the next line. */
  readonly onNext: () => void;
  /** Plans what lies in the future; undefined where one may not. */
  readonly onPlan: (() => void) | undefined;
}

/** One line of the form: what happened when, and what there is to say about it. */
export function LogRowFields(props: LogRowFieldsProps) {
  const { row, number, read, entries, degrees, strict, focus, onChange, onRemove, onNext } = props;
  const { id, milestone, when, saying, state } = row;
  const faults = strict && !read.ok ? read.faults : {};
  const entry = entries?.find(({ key }) => key === milestone);
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onNext();
  };
  const choose = (key: string | null) => {
    onChange({ milestone: key });
    setTimeout(() => document.getElementById(`${id}-when`)?.focus());
  };
  return (
    <fieldset className={classes.row}>
      <VisuallyHidden component="legend">Milestone {number}</VisuallyHidden>
      <Stack gap="xs">
        <div className={classes.rowMain}>
          <MilestoneSelect
            id={`${id}-milestone`}
            entries={entries}
            value={milestone}
            onChange={choose}
            description={entry && meaningOf(entry, entries ?? [])}
            error={faults.milestone}
            first={focus === 'milestone'}
          />
          <WhenField
            onKeyDown={onEnter}
            id={`${id}-when`}
            label="When"
            value={when}
            onChange={(value) => onChange({ when: value })}
            error={faults.when}
            first={focus === 'when'}
          />
        </div>
        {row.detailed && <Details {...props} faults={faults} degrees={degrees} />}
        {read.ok && read.future && <Future saying={saying} onPlan={props.onPlan} />}
        {state.is === 'refused' && (
          <Alert color="red" title={state.fault.title} role="alert">
            <Text size="sm">{state.fault.detail}</Text>
            <Text size="sm">{keptText(state.fault)}</Text>
          </Alert>
        )}
        <div className={classes.rowFoot}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={row.detailed}
            leftSection={row.detailed ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
            onClick={() => onChange({ detailed: !row.detailed })}
          >
            {row.detailed ? 'Fewer fields' : moreText(row)}
          </Button>
          {onRemove && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Take line ${number} away`}
              onClick={onRemove}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      </Stack>
    </fieldset>
  );
}

function keptText({ status }: Fault): string {
  return status === undefined
    ? 'Whether this line was recorded is not known. What you typed is kept: save again, and it is recorded once.'
    : 'This line was not recorded; what you typed is kept.';
}

function moreText({ saying, note, evidence }: LogRow): string {
  const held = [
    saying === 'achieved' ? undefined : SAYINGS.find(({ value }) => value === saying)?.label,
    note.trim() ? 'note' : undefined,
    evidence.length > 0 ? `${evidence.length} × evidence` : undefined,
  ].filter((part) => part !== undefined);
  return held.length > 0 ? `More: ${held.join(', ')}` : 'Note, evidence, other answers';
}

interface DetailsProps extends LogRowFieldsProps {
  readonly faults: { readonly degree?: string; readonly evidence?: string };
}

function Details({ row, faults, degrees, onChange }: DetailsProps) {
  const { saying, degree, note, evidence } = row;
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label="What is known"
          data={SAYINGS.map(({ value, label }) => ({ value, label }))}
          value={saying}
          onChange={({ currentTarget }) => onChange({ saying: currentTarget.value as Saying })}
        />
        {degrees && saying === 'achieved' && (
          <NumberInput
            label="How far it is in place"
            suffix=" %"
            min={1}
            max={100}
            placeholder="100 %"
            w={180}
            value={degree}
            error={faults.degree}
            onChange={(value) => onChange({ degree: String(value) })}
          />
        )}
      </Group>
      <Textarea
        label={saying === 'lapsed' ? 'Why it ended' : 'Note'}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
      />
      {saying === 'achieved' && (
        <EvidenceFields
          value={evidence}
          error={faults.evidence}
          onChange={(value) => onChange({ evidence: value })}
        />
      )}
    </Stack>
  );
}

interface FutureProps {
  readonly saying: Saying;
  readonly onPlan: (() => void) | undefined;
}

/** Said of a date that lies ahead: it cannot have happened, but it can be planned. */
function Future({ saying, onPlan }: FutureProps) {
  return (
    <Alert color="orange" title="This date lies in the future" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {saying === 'achieved'
            ? 'Record it once it has happened. Until then it can stand on the roadmap.'
            : 'Give a date that has come.'}
        </Text>
        {saying === 'achieved' && onPlan && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCalendarPlus size={16} />}
            onClick={onPlan}
          >
            Plan it instead
          </Button>
        )}
      </Group>
    </Alert>
  );
}
