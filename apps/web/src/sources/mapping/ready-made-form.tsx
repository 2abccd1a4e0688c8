import { Select, Text, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { FormDialog } from '../../kit/form-dialog.js';
import { ParameterField } from './parameter-field.js';
import { fieldsOf, type Field, freshId, missingOf, saidOf } from './parameters.js';
import { quoted } from './quoted.js';
import { isGiven } from './rule-words.js';

interface ReadyMadeFormProps {
  /** Those that fit the source. */
  readonly offered: readonly Schemas['ReadyMadeRule'][];
  /** The rule to change; absent: another one is added. */
  readonly rule?: Readonly<Record<string, unknown>>;
  /** The names of the other rules. */
  readonly taken: readonly unknown[];
  readonly onDone: (rule: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Chooses a ready-made rule and says what is special about it. */
export function ReadyMadeForm(props: ReadyMadeFormProps): ReactElement {
  const { offered, rule, taken, onDone, onClose } = props;
  const [use, setUse] = useState<string | null>(() => (rule ? String(rule.use) : null));
  const chosen = offered.find((one) => one.use === use);
  const [id, setId] = useState(() => (typeof rule?.id === 'string' ? rule.id : ''));
  const [fields, setFields] = useState<Readonly<Record<string, Field>>>(() =>
    fieldsOf(chosen?.with ?? {}, isGiven(rule?.with) ? rule.with : {}),
  );
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState(false);
  const choose = (next: string | null) => {
    setUse(next);
    setTried(false);
    setTyped(true);
    setFields(fieldsOf(offered.find((one) => one.use === next)?.with ?? {}, {}));
    if (!rule && next) setId(freshId(next, taken));
  };
  const known = chosen?.with ?? {};
  const missing = missingOf(known, fields);
  const wrongId = !ID.test(id)
    ? 'A name has 1 to 64 of a–z, 0–9 and “-”.'
    : taken.includes(id)
      ? 'Another rule is called so.'
      : undefined;
  const done = () => {
    setTried(true);
    if (!use || wrongId || missing.length > 0) return;
    const said = saidOf(known, fields);
    onDone({ id, use, ...(Object.keys(said).length > 0 ? { with: said } : {}) });
  };
  return (
    <FormDialog
      title={rule ? `Change the rule ${String(rule.id)}` : 'Add a ready-made rule'}
      save={rule ? 'Change it' : 'Add it'}
      onSave={done}
      onClose={onClose}
      busy={false}
      idle={!chosen}
      typed={typed}
      thrown={undefined}
    >
      <Select
        label="What happens in the tool"
        data={offered.map((one) => ({ value: one.use, label: one.title }))}
        value={use}
        onChange={choose}
        allowDeselect={false}
        data-autofocus={rule === undefined || undefined}
      />
      {chosen && (
        <>
          <Text size="sm" c="dimmed">
            {quoted(chosen.does)}
          </Text>
          <TextInput
            label="Name of the rule"
            description="Outcomes name it"
            value={id}
            error={tried && wrongId}
            onChange={({ currentTarget }) => {
              setTyped(true);
              setId(currentTarget.value);
            }}
          />
          {Object.entries(known).map(([name, parameter]) => (
            <ParameterField
              key={`${chosen.use} ${name}`}
              name={name}
              parameter={parameter}
              value={fields[name] ?? null}
              error={tried && missing.includes(name) ? 'This has to be said.' : undefined}
              onChange={(value) => {
                setTyped(true);
                setFields({ ...fields, [name]: value });
              }}
            />
          ))}
        </>
      )}
    </FormDialog>
  );
}
