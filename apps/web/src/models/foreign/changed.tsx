import { List, ScrollArea, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { UnitLink } from '../../kit/unit-link.js';
import { countText } from '../../time/words.js';
import type { Converted } from './files.js';

type Change = NonNullable<Converted['models'][number]['change']>;

/** What is otherwise than in the version in force: statements, and the units that would stand elsewhere. */
export function Changed({
  change: { from, statements, units },
}: {
  readonly change: Change;
}): ReactElement {
  const { added, removed, reworded, moved, asked } = statements;
  const lines = [
    ...added.map(({ says, place }) => `New in ${place}: “${says}”`),
    ...removed.map(({ says, place }) => `No longer in ${place}: “${says}”`),
    ...reworded.map(({ says, said }) => `“${said}” now reads “${says}”`),
    ...moved.map(({ says, from: before, place }) => `From ${before} to ${place}: “${says}”`),
    ...asked.map(({ says }) => `Asks for something else: “${says}”`),
  ];
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        Against version {from}: {countText(lines.length, 'statement')} otherwise,{' '}
        {countText(units.items.length, 'unit')}
        {units.more ? ' and more' : ''} would stand elsewhere
      </Text>
      <ScrollArea.Autosize mah={220} type="auto" viewportProps={{ tabIndex: 0 }}>
        <List size="sm">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
          {units.items.map(({ unit, model, from: before, to }) => (
            <List.Item key={`${unit} ${model}`}>
              <UnitLink unit={unit} size="sm" />: {before?.name ?? 'not followed'} →{' '}
              {to?.name ?? 'not followed'}
            </List.Item>
          ))}
        </List>
      </ScrollArea.Autosize>
    </Stack>
  );
}
