import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconFlag,
  IconProgress,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Status } from './status-words.js';
import './roadmap.css';

const ICONS: Readonly<Record<Status, typeof IconFlag>> = {
  late: IconClockExclamation,
  'at-risk': IconAlertTriangle,
  'on-track': IconProgress,
  aim: IconFlag,
  done: IconCircleCheck,
};

/** The sign of a status; its word stands beside it. */
export function StatusMark({ status }: { readonly status: Status }): ReactElement {
  const Icon = ICONS[status];
  return <Icon size={16} aria-hidden className="status-mark" data-status={status} />;
}
