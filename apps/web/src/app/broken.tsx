import { Anchor, Button, Center, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';

/** An address that leads nowhere. */
export function NoPage(): ReactElement {
  return (
    <Empty title="There is no page here">
      Perhaps the link is old.{' '}
      <Anchor component={Link} to="/">
        Go to the overview
      </Anchor>
      , or look for a unit by its name.
    </Empty>
  );
}

/** A page that could not be shown. */
export function Broken({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  if (!(error instanceof Error)) return <FaultPanel thrown={error} onRetry={again} />;
  return (
    <Center mih="40vh">
      <Stack align="center" gap="sm" maw={480}>
        <Title order={1} size="h3">
          This page could not be shown
        </Title>
        <Text ta="center">
          Nothing that was recorded is lost. Open it again; if that does not help, tell whoever runs
          Waymark: “{error.message}”.
        </Text>
        <Button onClick={() => location.reload()}>Open it again</Button>
      </Stack>
    </Center>
  );
}
