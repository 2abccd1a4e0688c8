import { ActionIcon, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { Pressed } from '../kit/pressed.js';
import { useAddress } from '../kit/use-address.js';
import type { Twin } from './twin.js';

const ChartMenu = lazy(() =>
  import('./chart-menu.js').then(({ ChartMenu }) => ({ default: ChartMenu })),
);
const exporting = () => import('./export.js');
const TwinTable = lazy(() =>
  import('./twin-table.js').then(({ TwinTable }) => ({ default: TwinTable })),
);

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
  const change = useAddress<{ readonly tables?: readonly string[] }>();
  const { tables = [] } = useSearch({ from: '__root__' });
  const asTable = tables.includes(id);
  const show = (shown: string) => {
    const others = tables.filter((one) => one !== id);
    const next = shown === 'table' ? [...others, id] : others;
    change({ tables: next.length > 0 ? next : undefined });
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
            <ChartActions
              {...{ id, title, twin }}
              onSvg={
                asTable || onPng
                  ? undefined
                  : () => void exporting().then(({ saveSvg }) => saveSvg(drawn.current, id))
              }
              onPng={
                asTable
                  ? undefined
                  : (onPng ??
                    (() =>
                      void exporting().then(({ savePng }) => savePng(drawn.current, id, title))))
              }
            />
          </Group>
        </Group>
        {asTable ? (
          <Suspense fallback={<Text size="sm">Loading …</Text>}>
            <TwinTable title={title} twin={twin} />
          </Suspense>
        ) : (
          <div ref={drawn}>{children}</div>
        )}
      </Stack>
    </Card>
  );
}

interface ChartActionsProps {
  readonly id: string;
  readonly title: string;
  readonly twin: Twin;
  readonly onPng: (() => void) | undefined;
  readonly onSvg: (() => void) | undefined;
}

function ChartActions({ id, title, twin, onPng, onSvg }: ChartActionsProps) {
  const target = (
    <ActionIcon variant="default" size={30} aria-label={`Save or share: ${title}`}>
      <IconDots size={16} />
    </ActionIcon>
  );
  const csv = () => void exporting().then(({ saveCsv }) => saveCsv(twin, id));
  return (
    <Pressed target={target} opens="menu">
      <ChartMenu target={target} id={id} onPng={onPng} onSvg={onSvg} onCsv={csv} />
    </Pressed>
  );
}
