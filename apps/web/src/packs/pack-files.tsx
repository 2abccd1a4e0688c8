import { Button, Group } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';

/** A board pack as files. */
export function PackFiles({ id }: { readonly id: string }) {
  const file = (name: string) => `/api/v1/board-packs/${encodeURIComponent(id)}/${name}`;
  return (
    <Group gap="xs">
      <Button
        component="a"
        href={file('pack.pdf')}
        download
        variant="default"
        leftSection={<IconFileTypePdf size={16} />}
      >
        PDF
      </Button>
      <Button
        component="a"
        href={file('pack.xlsx')}
        download
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} />}
      >
        XLSX
      </Button>
    </Group>
  );
}
