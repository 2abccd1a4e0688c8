import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { Empty } from '../../kit/empty.js';
import { withoutRule, withRule, withRuleAt } from './draft.js';
import classes from './mapping.module.css';
import { ReadyMadeForm } from './ready-made-form.js';
import { RuleCard } from './rule-card.js';
import { freshId } from './parameters.js';
import { isGiven } from './rule-words.js';
import type { MappingDraft } from './use-mapping-draft.js';

interface RuleListProps {
  readonly source: Schemas['Source'];
  readonly mapping: MappingDraft;
  /** Shows a line of the text. */
  readonly onShow: (line: number) => void;
}

/** The rules as cards, and ways to add one. */
export function RuleList({ source, mapping, onShow }: RuleListProps): ReactElement {
  const { text, write, draft, faults, warnings } = mapping;
  const [form, setForm] = useState<'add' | number>();
  const offered = api.useQuery('get', '/api/v1/ready-made-rules', {
    params: { query: { kind: source.kind, limit: 100 } },
  });
  const readyMade = offered.data?.items ?? [];
  const rules = draft.rules ?? [];
  const ids = rules.map((rule) => (isGiven(rule) ? rule.id : undefined));
  const place = typeof form === 'number' ? form : rules.length;
  const changing = isGiven(rules[place]) ? rules[place] : undefined;
  const own = () => {
    const id = freshId('rule', ids);
    write(withRule(text, { id, ...BEGINNING }));
    onShow(Number.MAX_SAFE_INTEGER);
  };
  return (
    <Stack gap="sm" component="section" aria-label="Rules">
      <Title order={3} size="h5">
        Rules
      </Title>
      {draft.rules === undefined ? (
        <Text size="sm">They are shown here as soon as the text is a list of rules.</Text>
      ) : rules.length === 0 ? (
        <Empty title="No rules yet">
          What this tool sends is kept for 30 days, so nothing is lost meanwhile. Begin with a
          ready-made rule, or write one.
        </Empty>
      ) : (
        <ul className={classes.rules}>
          {rules.map((rule, index) => {
            const use = isGiven(rule) ? rule.use : undefined;
            const known = readyMade.find((one) => one.use === use);
            return (
              <RuleCard
                key={index}
                rule={rule}
                readyMade={known}
                faults={faults.filter((fault) => fault.rule === index)}
                warnings={warnings.filter((warning) => warning.rule === index)}
                onChange={known && (() => setForm(index))}
                onShow={() => onShow(draft.lines[index] ?? 1)}
                onRemove={() => write(withoutRule(text, index))}
              />
            );
          })}
        </ul>
      )}
      <Group gap="xs">
        {readyMade.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={draft.rules === undefined}
            onClick={() => setForm('add')}
          >
            Add a ready-made rule
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={draft.rules === undefined}
          onClick={own}
        >
          Write a rule
        </Button>
      </Group>
      {form !== undefined && (
        <ReadyMadeForm
          offered={readyMade}
          {...(changing ? { rule: changing } : {})}
          taken={ids.filter((_, index) => index !== place)}
          onClose={() => setForm(undefined)}
          onDone={(rule) => {
            write(changing ? withRuleAt(text, place, rule) : withRule(text, rule));
            setForm(undefined);
          }}
        />
      )}
    </Stack>
  );
}

/** A rule to write on from: what has to be said in any. */
const BEGINNING = {
  when: "event == ''",
  unit: { external: '' },
  record: 'achieved',
  milestone: '',
  occurredAt: 'received',
} as const;
