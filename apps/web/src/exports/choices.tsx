import { Group, Menu, Text } from '@mantine/core';
import { Fragment, type ReactElement } from 'react';
import { addressOf, type Exported, FORMATS } from './exported.js';

interface ChoicesProps {
  readonly target: ReactElement;
  readonly tables: readonly Exported[];
  readonly note: string | undefined;
}

/** The files there are; open at first, since it is loaded when its button is pressed. */
export function Choices({ target, tables, note }: ChoicesProps): ReactElement {
  return (
    <Menu position="bottom-end" withinPortal defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {tables.map((table) => (
          <Fragment key={table.label}>
            <Menu.Label>{table.label}</Menu.Label>
            <Group gap={0} wrap="nowrap">
              {FORMATS.map(({ as, label }) => (
                <Menu.Item
                  key={as}
                  component="a"
                  href={addressOf(table, as)}
                  download
                  aria-label={`${table.label} as ${label}`}
                  style={{ width: 'auto', whiteSpace: 'nowrap' }}
                >
                  {label}
                </Menu.Item>
              ))}
            </Group>
          </Fragment>
        ))}
        {note && (
          <Text size="xs" c="dimmed" px="sm" py={4} maw={260}>
            {note}
          </Text>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
