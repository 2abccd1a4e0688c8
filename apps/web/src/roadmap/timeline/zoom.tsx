import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useAddress } from '../../kit/use-address.js';
import { type Span, shifted, zoomed } from './span.js';
import type { RoadmapSearch } from '../search.js';

interface ZoomProps {
  readonly span: Span;
  readonly whole: Span;
}

const SIZE = 16;

/** Earlier, later, closer, wider, everything: the days that are drawn, kept in the address. */
export function Zoom({ span, whole }: ZoomProps): ReactElement {
  const show = useAddress<RoadmapSearch>();
  const buttons = [
    { label: 'Earlier', icon: <IconChevronLeft size={SIZE} />, next: shifted(span, -0.5) },
    { label: 'Later', icon: <IconChevronRight size={SIZE} />, next: shifted(span, 0.5) },
    { label: 'Closer', icon: <IconZoomIn size={SIZE} />, next: zoomed(span, 'closer') },
    { label: 'Wider', icon: <IconZoomOut size={SIZE} />, next: zoomed(span, 'wider') },
  ];
  return (
    <Group gap={4} role="group" aria-label="Days that are drawn">
      {buttons.map(({ label, icon, next }) => (
        <ActionIcon
          key={label}
          variant="default"
          size={30}
          aria-label={`${label} dates`}
          title={label}
          onClick={() => show(next)}
        >
          {icon}
        </ActionIcon>
      ))}
      <Button size="xs" variant="default" onClick={() => show(whole)}>
        All dates
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => show({ start: undefined, end: undefined })}
      >
        Usual
      </Button>
    </Group>
  );
}
