import { Modal, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useReturnFocus } from '../../kit/return-focus.js';
import { type Kind, KINDS, TOOLS } from '../tools.js';
import classes from './adding.module.css';

interface ChooseToolProps {
  readonly onChoose: (kind: Kind) => void;
  readonly onClose: () => void;
}

/** Which tool shall tell what happens in it. */
export function ChooseTool({ onChoose, onClose }: ChooseToolProps): ReactElement {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>Add a source: which tool? (step 1 of 3)</Text>}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {KINDS.map((kind) => (
          <UnstyledButton key={kind} className={classes.tool ?? ''} onClick={() => onChoose(kind)}>
            <Stack gap={2}>
              <Text fw={600}>{TOOLS[kind].title}</Text>
              <Text size="xs" c="dimmed">
                {TOOLS[kind].tells}
              </Text>
            </Stack>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
