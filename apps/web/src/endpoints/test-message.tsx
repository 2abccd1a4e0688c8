import { Alert, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { againText, answerText, type Sent } from './sent-words.js';

interface TestResultProps {
  /** The test as it is just now; undefined: it is not known yet. */
  readonly sent: Sent | undefined;
  readonly onClose: () => void;
}

/** What became of a test message, as it becomes known. */
export function TestResult({ sent, onClose }: TestResultProps): ReactElement {
  if (!sent || sent.lastAt === null) {
    return (
      <Alert role="status" color="gray" icon={<Loader size="xs" />} title="The test is sent">
        <Text size="sm">It is on its way; its answer is shown here.</Text>
      </Alert>
    );
  }
  const arrived = sent.status === 'delivered';
  return (
    <Alert
      role="status"
      color={arrived ? 'teal' : 'red'}
      icon={arrived ? <IconCircleCheck /> : <IconCircleX />}
      title={arrived ? 'The test arrived' : 'The test was not taken'}
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {[answerText(sent), againText(sent)].filter(Boolean).join(' ')}
      </Text>
    </Alert>
  );
}
