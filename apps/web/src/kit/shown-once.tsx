import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface ShownOnceProps {
  /** What it is, as a title begins: “The key “ci””. */
  readonly what: string;
  readonly value: string;
  readonly onClose: () => void;
  /** What to do with it. */
  readonly children?: ReactNode;
}

/** Something secret, this once: only the page that made it knows it. */
export function ShownOnce({ what, value, onClose, children }: ShownOnceProps): ReactElement {
  return (
    <Alert
      color="teal"
      role="status"
      title={`${what}: copy it now, it is not shown again`}
      withCloseButton
      closeButtonLabel="I have kept it"
      onClose={onClose}
    >
      <Stack gap="xs">
        <Group gap="sm">
          <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy it'}
              </Button>
            )}
          </CopyButton>
        </Group>
        {children && <Text size="sm">{children}</Text>}
      </Stack>
    </Alert>
  );
}
