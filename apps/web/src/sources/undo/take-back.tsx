import { Button, Text, Textarea } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { countText } from '../../time/words.js';

interface TakeBackProps {
  readonly source: Schemas['Source'];
  readonly wish: Schemas['UndoSource'];
  readonly facts: number;
  /** Told how many facts were taken back. */
  readonly onDone: (taken: number) => void;
}

/** Takes back what was shown, with a reason. */
export function TakeBack({ source, wish, facts, onDone }: TakeBackProps): ReactElement {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const undo = api.useMutation('post', '/api/v1/sources/{source}/undo', {
    onSuccess: async ({ taken }) => {
      setOpened(false);
      onDone(taken.length);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button
        color="red"
        leftSection={<IconArrowBackUp size={16} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setOpened(true)}
      >
        Take {facts === 1 ? 'it' : 'them'} back …
      </Button>
      {opened && (
        <FormDialog
          title={`Take back ${countText(facts, 'fact')} of ${source.name}`}
          save={`Take back ${countText(facts, 'fact')}`}
          busy={undo.isPending}
          idle={reason.trim() === ''}
          typed={reason !== ''}
          thrown={undo.error}
          onClose={() => setOpened(false)}
          onSave={() =>
            undo.mutate({
              params: { path: { source: source.name } },
              body: { ...wish, reason: reason.trim() },
            })
          }
        >
          <Text size="sm">
            All of it at once. Everybody sees it in the log, with your name and this reason.
          </Text>
          <Textarea
            label="Why"
            placeholder="The rule took every closed milestone for ours"
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  );
}
