import { ActionIcon, Button, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { UnitSelect } from '../../kit/unit-select.js';
import { useMilestones } from '../../models/catalogue.js';
import { MilestoneSelect } from '../../recording/milestone-select.js';
import classes from './mapping.module.css';
import type { Pairs } from './parameters.js';

interface TableFieldProps {
  readonly label: string;
  readonly description: string;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly of: 'units' | 'milestones';
  readonly pairs: Pairs;
  readonly onChange: (pairs: Pairs) => void;
}

const WHAT = { units: 'The unit', milestones: 'The milestone' } as const;

/** A table from what the tool says to units or milestones, a row each. */
export function TableField(props: TableFieldProps): ReactElement {
  const { label, description, error, required, of, pairs, onChange } = props;
  const entries = useMilestones().data?.items;
  const put = (index: number, pair: Pairs[number]) => onChange(pairs.with(index, pair));
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      withAsterisk={required}
      labelElement="div"
    >
      <Stack gap="xs" mt={4} role="group" aria-label={label}>
        {pairs.map(([from, to], index) => {
          const name = `${WHAT[of]} of row ${index + 1}`;
          const choose = (value: string | null) => put(index, [from, value ?? '']);
          return (
            <div key={index} className={classes.pair}>
              <TextInput
                label="What the tool says"
                maxLength={500}
                value={from}
                onChange={({ currentTarget }) => put(index, [currentTarget.value, to])}
              />
              {of === 'units' ? (
                <UnitSelect label={name} value={to || null} onChange={choose} />
              ) : (
                <MilestoneSelect
                  label={name}
                  entries={entries}
                  value={to || null}
                  onChange={choose}
                />
              )}
              <ActionIcon
                variant="default"
                size="input-sm"
                aria-label={`Remove row ${index + 1}`}
                onClick={() => onChange(pairs.toSpliced(index, 1))}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          );
        })}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...pairs, ['', '']])}
        >
          Add a row
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
