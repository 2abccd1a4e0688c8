import { Anchor, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { HEADS, KIND_TEXTS, SHEET_KINDS, type SheetKind } from './words.js';

/** Empty sheets with the columns that are read, to begin with. */
export function Templates(): ReactElement {
  const save = async (kind: SheetKind) => {
    const { saveCsv } = await import('../charts/export.js');
    await saveCsv({ columns: HEADS[kind], rows: [] }, kind);
  };
  return (
    <Group gap="xs" component="section" aria-label="Empty sheets">
      <Text size="sm" c="dimmed">
        No sheet yet? Begin with an empty one of
      </Text>
      {SHEET_KINDS.map((kind) => (
        <Anchor key={kind} component="button" size="sm" onClick={() => void save(kind)}>
          {shortText(kind)}
        </Anchor>
      ))}
    </Group>
  );
}

/** The kind without what explains it. */
const shortText = (kind: SheetKind) => KIND_TEXTS[kind].split(/ that |:/)[0]?.toLowerCase() ?? kind;
