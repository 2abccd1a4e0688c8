import { Checkbox, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '#lib/client';
import { UnitSelect } from '../../kit/unit-select.js';
import { ParameterField } from '../mapping/parameter-field.js';
import { missingOf } from '../mapping/parameters.js';
import { quoted } from '../mapping/quoted.js';
import type { Kind } from '../tools.js';
import { type RuleDraft, ruleDraft, type SourceDraft } from './drafts.js';

type ReadyMade = Schemas['ReadyMadeRule'];

interface AboutItProps {
  readonly kind: Kind;
  readonly draft: SourceDraft;
  readonly offered: readonly ReadyMade[];
  /** Whether it was tried to save it: then what is missing is said. */
  readonly tried: boolean;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<SourceDraft>) => void;
}

/** The name of a source, and which ready-made rules it begins with. */
export function AboutIt(props: AboutItProps) {
  const { kind, draft, offered, tried, faults, onChange } = props;
  const { name, organization, unit, rules } = draft;
  const change = (use: string, next: RuleDraft | undefined) => {
    const others = rules.filter((rule) => rule.use !== use);
    onChange({ rules: next ? [...others, next] : others });
  };
  return (
    <>
      <TextInput
        label="Name"
        description="Stands in its address and in the log: lower-case letters, digits, “-”"
        required
        maxLength={64}
        data-autofocus
        value={name}
        error={faults.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      {kind === 'salesforce' && (
        <TextInput
          label="Organisation id"
          description="Setup → Company Information; begins with 00D"
          required
          maxLength={18}
          value={organization}
          error={faults.organization}
          onChange={({ currentTarget }) => onChange({ organization: currentTarget.value })}
        />
      )}
      {kind !== 'generic' && (
        <UnitSelect
          label="All of it is about"
          description="Empty: the unit is found by labels in the tool, or somebody is asked once for each name it uses"
          placeholder="Several units"
          clearable
          value={unit}
          onChange={(chosen) => onChange({ unit: chosen })}
        />
      )}
      {kind === 'generic' ? (
        <Text size="sm">
          Its rules are written when the first delivery shows what it sends: on its page, under
          Mapping, and tried on what came. Nothing that comes before is lost.
        </Text>
      ) : (
        <Stack gap="xs" role="group" aria-label="What counts">
          <Text size="sm" fw={600}>
            What counts
          </Text>
          {offered.length === 0 && <Skeleton h={120} />}
          {offered.map((one) => (
            <RuleChoice
              key={one.use}
              rule={one}
              draft={rules.find(({ use }) => use === one.use)}
              tried={tried}
              onChange={(next) => change(one.use, next)}
            />
          ))}
          <Text size="xs" c="dimmed">
            More can be said of each, and rules of your own be written, on its page under Mapping.
          </Text>
        </Stack>
      )}
    </>
  );
}

interface RuleChoiceProps {
  readonly rule: ReadyMade;
  /** Absent: it is not chosen. */
  readonly draft: RuleDraft | undefined;
  readonly tried: boolean;
  readonly onChange: (next: RuleDraft | undefined) => void;
}

function RuleChoice({ rule, draft, tried, onChange }: RuleChoiceProps) {
  const { use, title, does, with: known } = rule;
  const asked = Object.entries(known).filter(([, { default: usual }]) => usual === undefined);
  const missing = draft ? missingOf(known, draft.fields) : [];
  return (
    <Stack gap="xs">
      <Checkbox
        label={title}
        description={quoted(does)}
        checked={draft !== undefined}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.checked ? ruleDraft(rule) : undefined)
        }
      />
      {draft && asked.length > 0 && (
        <Stack gap="xs" ml={32}>
          {asked.map(([name, parameter]) => (
            <ParameterField
              key={`${use} ${name}`}
              name={name}
              parameter={parameter}
              value={draft.fields[name] ?? null}
              error={tried && missing.includes(name) ? 'This has to be said.' : undefined}
              onChange={(value) => onChange({ use, fields: { ...draft.fields, [name]: value } })}
            />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
