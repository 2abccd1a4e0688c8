import { ActionIcon, Card, Group, Menu, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconDots, IconDownload, IconLink, IconPhoto } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { copyAddress, saveCsv, savePng } from './export.js';
import type { Twin } from './twin.js';
import { TwinTable } from './twin-table.js';

interface ChartFrameProps {
  /** Names the chart in addresses and files: lower-case letters and `-`, one a page. */
  readonly id: string;
  /** Says what the chart shows, as a sentence would. */
  readonly title: string;
  /** What has to be known to read it. */
  readonly note?: ReactNode;
  readonly twin: Twin;
  /** Further controls of the chart. */
  readonly controls?: ReactNode;
  /** Saves the picture, where it is no `svg` that is drawn. */
  readonly onPng?: () => void;
  /** The chart: an `svg`, or something with one `svg` within. */
  readonly children: ReactNode;
}

/**
 * A chart with what belongs to each: a title that says what it shows, the same as a table, a link
 * that leads back to it, and the picture and the figures as files.
 */
export function ChartFrame({ id, title, note, twin, controls, onPng, children }: ChartFrameProps) {
  const drawn = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { tables = [] } = useSearch({ from: '__root__' });
  const asTable = tables.includes(id);
  const show = (shown: string) => {
    const others = tables.filter((one) => one !== id);
    const next = shown === 'table' ? [...others, id] : others;
    void navigate({
      to: '.',
      search: (before) => ({ ...before, tables: next.length > 0 ? next : undefined }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Card component="section" id={id} withBorder padding="md" aria-labelledby={`${id}-title`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="wrap" gap="xs">
          <Stack gap={2} style={{ minWidth: 0, flex: '1 1 240px' }}>
            <Title order={2} size="h4" id={`${id}-title`}>
              {title}
            </Title>
            {note && (
              <Text size="sm" c="dimmed" component="div">
                {note}
              </Text>
            )}
          </Stack>
          <Group gap="xs">
            {controls}
            <SegmentedControl
              size="xs"
              aria-label={`How to show: ${title}`}
              value={asTable ? 'table' : 'chart'}
              onChange={show}
              data={[
                { value: 'chart', label: 'Chart' },
                { value: 'table', label: 'Table' },
              ]}
            />
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="default" size={30} aria-label={`Save or share: ${title}`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconLink size={16} />}
                  onClick={() => void copyAddress(id)}
                >
                  Copy the link to this
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconPhoto size={16} />}
                  disabled={asTable}
                  onClick={onPng ?? (() => void savePng(drawn.current, id, title))}
                >
                  Save as PNG
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconDownload size={16} />}
                  onClick={() => void saveCsv(twin, id)}
                >
                  Save as CSV
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
        {asTable ? <TwinTable title={title} twin={twin} /> : <div ref={drawn}>{children}</div>}
      </Stack>
    </Card>
  );
}
