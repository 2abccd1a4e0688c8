import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';

interface ShownSecretProps {
  readonly name: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** The secret of a subscription, this once; only the page that made it knows it. */
export function ShownSecret({ name, secret, onClose }: ShownSecretProps): ReactElement {
  return (
    <Alert
      color="teal"
      role="status"
      title={`The secret of “${name}”: copy it now, it is not shown again`}
      withCloseButton
      closeButtonLabel="I have kept it"
      onClose={onClose}
    >
      <Stack gap="xs">
        <Group gap="sm">
          <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy it'}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Text size="sm">
          Give it to the endpoint: with it, any library of the Standard Webhooks specification
          verifies that what comes is from here.
        </Text>
      </Stack>
    </Alert>
  );
}
