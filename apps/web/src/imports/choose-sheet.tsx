import {
  Alert,
  Button,
  FileButton,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, type ReactElement, useState } from 'react';
import { Templates } from './templates.js';
import { MOST_BYTES, type Sheet, sheetOf } from './sheet.js';

interface ChooseSheetProps {
  readonly onChoose: (sheet: Sheet) => void;
}

type Way = 'file' | 'paste';

/** A sheet to import: a file that is chosen or dropped, or cells that are pasted. */
export function ChooseSheet({ onChoose }: ChooseSheetProps): ReactElement {
  const [way, setWay] = useState<Way>('file');
  const [fault, setFault] = useState<string>();
  const [text, setText] = useState('');
  const choose = (file: File | null | undefined) => {
    if (!file) return;
    const wrong = faultOfFile(file);
    setFault(wrong);
    if (!wrong) onChoose(sheetOf(file.name, file));
  };
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="How the sheet comes in"
        style={{ alignSelf: 'flex-start' }}
        value={way}
        onChange={(next) => setWay(next === 'paste' ? 'paste' : 'file')}
        data={[
          { value: 'file', label: 'A file' },
          { value: 'paste', label: 'Pasted cells' },
        ]}
      />
      {way === 'file' ? (
        <DropPlace onDrop={choose} />
      ) : (
        <>
          <Textarea
            label="Cells of a sheet, with the names of the columns in the first row"
            description="Copy them in the spreadsheet and paste them here; commas and semicolons work, too."
            placeholder={'unit\tmilestone\tdate\nemea-support\tlistening.started\t2012-03-01'}
            autosize
            minRows={6}
            maxRows={16}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button
            style={{ alignSelf: 'flex-start' }}
            disabled={text.trim() === ''}
            onClick={() => onChoose(sheetOf('pasted cells', text))}
          >
            Look at them
          </Button>
        </>
      )}
      {fault && (
        <Alert color="red" role="alert" title="This file cannot be read">
          {fault}
        </Alert>
      )}
      <Templates />
    </Stack>
  );
}

function faultOfFile({ name, size }: File): string | undefined {
  if (size > MOST_BYTES) return 'It is larger than 50 MB. Split it up.';
  if (/\.(xls|ods|numbers)$/i.test(name)) {
    return 'Save it as .xlsx or as CSV in the program it comes from, and choose that file.';
  }
  return size === 0 ? 'It is empty.' : undefined;
}

function DropPlace({ onDrop }: { readonly onDrop: (file: File | null | undefined) => void }) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <Paper
      withBorder
      p="xl"
      style={{
        borderStyle: 'dashed',
        ...(over ? { background: 'var(--mantine-primary-color-light)' } : {}),
      }}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        onDrop(event.dataTransfer.files[0]);
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileSpreadsheet size={32} aria-hidden />
        <Group gap="xs" justify="center">
          <FileButton
            onChange={onDrop}
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            inputProps={{ 'aria-label': 'The sheet, as a file' }}
          >
            {(props) => <Button {...props}>Choose a file</Button>}
          </FileButton>
          <Text size="sm">or drop it here</Text>
        </Group>
        <Text size="sm" c="dimmed" ta="center">
          CSV or a workbook (.xlsx), up to 100,000 rows. The first row names the columns. Nothing is
          recorded before you have seen what would become of it.
        </Text>
      </Stack>
    </Paper>
  );
}
