import {
  Button,
  Checkbox,
  FileButton,
  Group,
  Loader,
  NativeSelect,
  Stack,
  Text,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { FaultPanel } from '../../kit/fault-panel.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { countText } from '../../time/words.js';
import { Foreseen } from './foreseen.js';
import { FORMATS, type From, importModels, type ModelWish, readFiles } from './files.js';

/** Takes in a model that was not written for Waymark, after showing what would become of it. */
export function ImportModel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const queries = useQueryClient();
  const [wish, setWish] = useState<ModelWish>({ from: 'sheet', crosswalk: false, teams: {} });
  const [files, setFiles] = useState<readonly File[]>([]);
  const { label, asks, accept, folder } = FORMATS[wish.from];
  const preview = useQuery({
    queryKey: ['post', 'model-import-preview', files.map(idOf), wish],
    queryFn: async () => importModels(await readFiles(files), wish, true),
    enabled: files.length > 0,
    placeholderData: (before, query) =>
      JSON.stringify(query?.queryKey[2]) === JSON.stringify(files.map(idOf)) ? before : undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const saving = useMutation({
    mutationFn: async () => importModels(await readFiles(files), wish, false),
    onSuccess: async ({ models, progress }) => {
      onClose();
      await queries.invalidateQueries();
      notifications.show({
        title: models.map(({ title, version }) => `${title}, version ${version}`).join('; '),
        message: `Imported, with ${countText(progress.recorded, 'fact')}. Units follow a model when you say so.`,
      });
    },
  });
  const shown = files.length > 0 ? preview.data : undefined;
  const nothing =
    shown?.models.every(({ outcome }) => outcome === 'same') && shown.progress.recorded === 0;
  return (
    <FormDialog
      title="Import somebody else’s model"
      save="Import it"
      size="xl"
      onSave={() => saving.mutate()}
      onClose={onClose}
      busy={saving.isPending}
      idle={!shown || preview.isError || preview.isFetching || nothing === true}
      typed={files.length > 0}
      thrown={saving.error}
    >
      <NativeSelect
        label="What it is"
        description={asks}
        value={wish.from}
        data={Object.entries(FORMATS).map(([value, { label }]) => ({ value, label }))}
        onChange={({ currentTarget }) => {
          setWish({ ...wish, from: currentTarget.value as From, teams: {} });
          setFiles([]);
        }}
      />
      <Group gap="sm">
        <FileButton
          key={wish.from}
          multiple
          accept={accept}
          onChange={(chosen) => setFiles(chosen)}
          inputProps={{
            'aria-label': `Files of ${label}`,
            ...(folder ? { webkitdirectory: '' } : {}),
          }}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {folder ? 'Choose the folder' : 'Choose files'}
            </Button>
          )}
        </FileButton>
        <Text size="sm">
          {files.length === 1
            ? files[0]?.name
            : files.length > 0 && countText(files.length, 'file')}
        </Text>
        {preview.isFetching && <Loader size={16} aria-label="Reading the files" />}
      </Group>
      {wish.from === 'dsomm' && (
        <Checkbox
          label="Its activities count in SAMM, too, where they refer to it"
          checked={wish.crosswalk}
          onChange={({ currentTarget }) => setWish({ ...wish, crosswalk: currentTarget.checked })}
        />
      )}
      {files.length > 0 && preview.isError && <FaultPanel thrown={preview.error} />}
      {shown && !preview.isError && (
        <Stack gap="sm" aria-busy={preview.isFetching}>
          <Foreseen
            found={shown}
            teams={wish.teams}
            onTeams={(teams) => setWish({ ...wish, teams })}
          />
          {nothing && <Text size="sm">Everything in it is so already: nothing to import.</Text>}
        </Stack>
      )}
    </FormDialog>
  );
}

const idOf = ({ name, webkitRelativePath, size, lastModified }: File) =>
  [webkitRelativePath || name, size, lastModified].join(' ');
