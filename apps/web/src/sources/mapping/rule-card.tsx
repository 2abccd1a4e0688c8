import { ActionIcon, Badge, Code, Group, List, Text, Title, Tooltip } from '@mantine/core';
import { IconAdjustments, IconCode, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { countText } from '../../time/words.js';
import type { PlacedFault } from './draft.js';
import classes from './mapping.module.css';
import { quoted } from './quoted.js';
import { OwnRule } from './own-rule.js';
import { Said } from './said.js';
import { isGiven } from './rule-words.js';

interface RuleCardProps {
  readonly rule: unknown;
  readonly readyMade: Schemas['ReadyMadeRule'] | undefined;
  readonly faults: readonly PlacedFault[];
  readonly warnings: readonly PlacedFault[];
  /** Undefined: it cannot be changed by a form. */
  readonly onChange: (() => void) | undefined;
  readonly onShow: () => void;
  readonly onRemove: () => void;
}

/** One rule in plain words, with what is wrong with it. */
export function RuleCard(props: RuleCardProps): ReactElement {
  const { rule, readyMade, faults, warnings, onChange, onShow, onRemove } = props;
  const given = isGiven(rule) ? rule : {};
  const name = typeof given.id === 'string' && given.id ? given.id : 'a rule without a name';
  return (
    <li className={classes.rule} data-faulty={faults.length > 0 || undefined}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Group gap="xs" style={{ minWidth: 0 }}>
          <Title order={4} size="h6" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          {given.use !== undefined && (
            <Badge variant="light" tt="none" size="sm">
              Ready-made
            </Badge>
          )}
          {faults.length > 0 && (
            <Badge color="red" variant="light" tt="none" size="sm">
              {countText(faults.length, 'fault')}
            </Badge>
          )}
          {warnings.length > 0 && (
            <Badge color="orange" variant="light" tt="none" size="sm">
              {countText(warnings.length, 'warning')}
            </Badge>
          )}
        </Group>
        <Group gap={4} wrap="nowrap">
          {onChange && (
            <Act
              label={`Change ${name} by a form`}
              icon={<IconAdjustments size={17} />}
              onClick={onChange}
            />
          )}
          <Act label={`Show ${name} in the text`} icon={<IconCode size={17} />} onClick={onShow} />
          <Act label={`Remove ${name}`} icon={<IconTrash size={17} />} onClick={onRemove} />
        </Group>
      </Group>
      {given.use === undefined ? (
        <OwnRule rule={given} />
      ) : readyMade ? (
        <>
          <Text size="sm" fw={500} mt={4}>
            {readyMade.title}
          </Text>
          <Text size="sm" c="dimmed">
            {quoted(readyMade.does)}
          </Text>
          <Said given={isGiven(given.with) ? given.with : {}} known={readyMade.with} />
        </>
      ) : (
        <Text size="sm" mt={4}>
          Uses <Code>{typeof given.use === 'string' ? given.use : '…'}</Code>
        </Text>
      )}
      {faults.length > 0 && (
        <List size="sm" mt="xs" c="var(--mantine-color-error)" spacing={2}>
          {faults.map(({ line, pointer, message }) => (
            <List.Item key={`${pointer} ${message}`}>
              Line {line}: {quoted(message)}
            </List.Item>
          ))}
        </List>
      )}
      {warnings.map(({ line, pointer, message }) => (
        <Text key={`${pointer} ${message}`} size="sm" mt="xs">
          Line {line}: {quoted(message)}
        </Text>
      ))}
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onClick: () => void;
}

function Act({ label, icon, onClick }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
