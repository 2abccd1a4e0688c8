import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { BackToNow } from '../time/back-to-now.js';

/** Said where the page shows another time: what is recorded would not be seen. */
export function NotNow(): ReactElement {
  return (
    <Stack align="flex-start">
      <Text>
        This page shows another time than now. What you record would not be seen on it, so go back
        to now first.
      </Text>
      <BackToNow />
    </Stack>
  );
}
