import { Accordion, Badge, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactElement, useMemo, useState } from 'react';
import { mayEverywhere, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { countText } from '../time/words.js';
import { EFFORT_TEXTS, type Milestone, useMilestones, useTitles } from './catalogue.js';
import { DefineMilestone } from './define-milestone.js';
import { InferredMark } from './model-marks.js';
import { durationText } from './when-words.js';

/** The dictionary: what can happen in a unit, and what must be true to record it. */
export function MilestonesPage(): ReactElement {
  const session = useSession();
  const [q, setQ] = useState('');
  const [defining, { open, close }] = useDisclosure();
  return (
    <Page
      title="Milestones"
      lead="The dictionary that all maturity models share: each milestone says what must be true to record it."
      actions={
        mayEverywhere(session, 'curate') && (
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            Add a milestone
          </Button>
        )
      }
    >
      <TextInput
        label="Search"
        leftSection={<IconSearch size={16} />}
        value={q}
        onChange={({ currentTarget }) => setQ(currentTarget.value)}
        maw={480}
      />
      <QueryView query={useMilestones()} height={480}>
        {({ items }) => <Dictionary milestones={items} q={q} />}
      </QueryView>
      {defining && <DefineMilestone onClose={close} />}
    </Page>
  );
}

function Dictionary({
  milestones,
  q,
}: {
  readonly milestones: readonly Milestone[];
  readonly q: string;
}) {
  const found = useMemo(() => {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    return milestones.filter(({ key, title, means, category = '' }) => {
      const text = `${key} ${title} ${means} ${category}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [milestones, q]);
  if (found.length === 0) {
    return <Empty title="No milestone is like that">Look for fewer or other words.</Empty>;
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {countText(found.length, 'milestone')}
      </Text>
      <Accordion variant="separated" order={2} multiple>
        {found.map((milestone) => (
          <Entry key={milestone.key} milestone={milestone} />
        ))}
      </Accordion>
    </Stack>
  );
}

function Entry({ milestone }: { readonly milestone: Milestone }) {
  const { key, title, means, category, inferred } = milestone;
  return (
    <Accordion.Item value={key}>
      <Accordion.Control>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed" ff="monospace">
            {key}
          </Text>
          {category && (
            <Badge tt="none" variant="outline" color="gray">
              {category}
            </Badge>
          )}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs">
          <Text>{means}</Text>
          <Facts milestone={milestone} />
          {inferred && (
            <Group>
              <InferredMark />
            </Group>
          )}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Facts({ milestone }: { readonly milestone: Milestone }) {
  const titles = useTitles();
  const { validity, reviewEvery, effort, impliedBy, dependsOn, undoneBy, evidence, source } =
    milestone;
  const named = (keys: readonly string[]) => keys.map((one) => titles.get(one) ?? one).join(', ');
  const said = [
    ['Evidence', evidence],
    ['Counts for', validity && `${durationText(validity)}, then it has to be recorded anew`],
    ['To be looked at again every', reviewEvery && durationText(reviewEvery)],
    ['Effort', effort && EFFORT_TEXTS[effort]],
    ['Usually after', dependsOn.length > 0 ? named(dependsOn) : undefined],
    ['Also true when this is', impliedBy.length > 0 ? named(impliedBy) : undefined],
    ['Undone by', undoneBy],
    ['Source', source],
  ].filter(([, text]) => text);
  return (
    <List size="sm" listStyleType="none">
      {said.map(([what, text]) => (
        <List.Item key={what}>
          <strong>{what}:</strong> {text}
        </List.Item>
      ))}
    </List>
  );
}
