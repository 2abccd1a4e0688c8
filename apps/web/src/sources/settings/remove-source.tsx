import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.js';
import { RemoveDialog } from '../../kit/remove-dialog.js';

/** Takes a source away, after asking. */
export function RemoveSource({ name }: { readonly name: string }) {
  const [asking, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = api.useMutation('delete', '/api/v1/sources/{source}', {
    onSuccess: async () => {
      await navigate({ to: '/sources' });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/sources'] });
    },
  });
  return (
    <div>
      <Button variant="default" color="red" leftSection={<IconTrash size={16} />} onClick={open}>
        Take it away
      </Button>
      {asking && (
        <RemoveDialog
          title={`Take “${name}” away?`}
          busy={remove.isPending}
          thrown={remove.error}
          onRemove={() => remove.mutate({ params: { path: { source: name } } })}
          onClose={close}
        >
          Its tool is refused from then on, and its deliveries are gone. What it told stays in the
          log: undo it before, if it should not.
        </RemoveDialog>
      )}
    </div>
  );
}
