import { Alert, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { IconRepeat } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { countText } from '../../time/words.js';

interface CameBeforeProps {
  readonly source: string;
  /** The version of the mapping that was saved just now. */
  readonly version: number;
  readonly onClose: () => void;
}

const MOST = 100;

/** What came before the rules were saved and came to nothing, and a way to have it read by them. */
export function CameBefore({ source, version, onClose }: CameBeforeProps): ReactElement | null {
  const queries = useQueryClient();
  const came = { ignored: useCame(source, 'ignored'), rejected: useCame(source, 'rejected') };
  const replay = api.useMutation('post', '/api/v1/sources/{source}/deliveries/replay');
  const old = (status: keyof typeof came) =>
    (came[status].data?.items ?? []).filter(({ mapping }) => (mapping ?? 0) < version).length;
  const waiting = (['ignored', 'rejected'] as const).filter((status) => old(status) > 0);
  if (waiting.length === 0) return null;
  const count = waiting.reduce((sum, status) => sum + old(status), 0);
  const more = waiting.some((status) => came[status].data?.next);
  const start = async () => {
    const params = { path: { source } };
    let deliveries = 0;
    try {
      for (const status of waiting) {
        deliveries += (await replay.mutateAsync({ params, body: { status } })).deliveries;
      }
    } catch {
      // it stands below
      return;
    }
    notifications.show({
      message: `${countText(deliveries, 'delivery is', 'deliveries are')} worked off again.`,
    });
    onClose();
    await queries.invalidateQueries();
  };
  const said = countText(count, 'delivery came', 'deliveries came');
  return (
    <Alert
      role="status"
      icon={<IconRepeat />}
      title={`${more ? 'More than ' : ''}${said} before these rules`}
      withCloseButton
      closeButtonLabel="Leave them as they are"
      onClose={onClose}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ flex: '1 1 260px' }}>
          What they tell was not recorded, and these rules have not read them. What the log has
          already is not recorded twice.
        </Text>
        <Button size="sm" px="md" loading={replay.isPending} onClick={() => void start()}>
          {count === 1 && !more ? 'Replay it' : 'Replay them'}
        </Button>
      </Group>
      {replay.isError && <FaultPanel thrown={replay.error} />}
    </Alert>
  );
}

function useCame(source: string, status: 'ignored' | 'rejected') {
  return api.useQuery('get', '/api/v1/sources/{source}/deliveries', {
    params: { path: { source }, query: { status, limit: MOST } },
  });
}
