import { Alert, Badge } from '@mantine/core';
import { IconCircleOff } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { instantText } from '../time/words.js';

/** Says that nothing is sent to an endpoint any more. */
export function DisabledBadge(): ReactElement {
  return (
    <Badge tt="none" color="red" variant="filled" leftSection={<IconCircleOff size={14} />}>
      Disabled
    </Badge>
  );
}

interface DisabledAlertProps {
  readonly since: string;
  /** Why, and what to do. */
  readonly children: ReactNode;
}

/** Says since when and why nothing is sent to an endpoint any more, and what to do. */
export function DisabledAlert({ since, children }: DisabledAlertProps): ReactElement {
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconCircleOff />}
      title={`Disabled since ${instantText(since)}`}
    >
      {children}
    </Alert>
  );
}
