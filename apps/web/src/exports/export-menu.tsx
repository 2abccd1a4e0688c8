import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { lazy, type ReactElement } from 'react';
import { Pressed } from '../kit/pressed.js';
import type { Exported } from './exported.js';

const Choices = lazy(() => import('./choices.js').then((room) => ({ default: room.Choices })));

interface ExportMenuProps {
  readonly tables: readonly Exported[];
  /** What has to be known of them all. */
  readonly note?: string | undefined;
}

/** What a page shows as files: each of its tables as CSV, as a workbook or as JSON Lines. */
export function ExportMenu({ tables, note }: ExportMenuProps): ReactElement {
  const target = (
    <Button variant="default" leftSection={<IconTableExport size={16} />}>
      Export
    </Button>
  );
  return (
    <Pressed target={target} opens="menu">
      <Choices target={target} tables={tables} note={note} />
    </Pressed>
  );
}
