import { Button, Progress, Stack, Text } from '@mantine/core';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { numberText } from '../time/words.js';
import { Way } from './way.js';

const LOOK_MS = 700;

/** Loads the demo beside the program, and leads into it. */
export function DemoCard() {
  const demo = api.useQuery(
    'get',
    '/api/v1/demo',
    {},
    { refetchInterval: ({ state }) => (state.data?.state === 'loading' ? LOOK_MS : false) },
  );
  const begin = api.useMutation('post', '/api/v1/demo', {
    onSuccess: async () => void (await demo.refetch()),
  });
  const visit = api.useMutation('post', '/api/v1/demo/visit', {
    onSuccess: ({ url }) => location.assign(new URL(url).pathname),
  });
  const { state, done = 0, of = 1 } = demo.data ?? {};
  return (
    <Way
      title="Look at the demo"
      text="A fictional enterprise of some sixty units and four years of facts, in a program of its own beside yours. Your program stays empty."
    >
      {state === 'taken' && (
        <Text size="sm">Another program is called “demo”, so it cannot be loaded here.</Text>
      )}
      {state === 'absent' && (
        <Button loading={begin.isPending} onClick={() => begin.mutate({})}>
          Load the demo
        </Button>
      )}
      {state === 'loading' && (
        <Stack gap={4}>
          <Text size="sm" role="status">
            Loading: {numberText(done)} of {numberText(of)} facts
          </Text>
          <Progress value={(done / of) * 100} aria-label="How much of the demo is loaded" />
        </Stack>
      )}
      {state === 'ready' && (
        <>
          <Button loading={visit.isPending} onClick={() => visit.mutate({})}>
            Open the demo
          </Button>
          <Text size="xs" c="dimmed">
            It signs you in there; to come back, leave the demo and sign in again.
          </Text>
        </>
      )}
      {[demo, begin, visit].map(({ isError, error }, index) =>
        isError ? <FaultPanel key={['look', 'begin', 'visit'][index]} thrown={error} /> : null,
      )}
    </Way>
  );
}
