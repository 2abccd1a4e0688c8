import { Button, Group, Modal, Text } from '@mantine/core';

interface LeaveQuestionProps {
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked before what was typed is thrown away. */
export function LeaveQuestion({ opened, onStay, onLeave }: LeaveQuestionProps) {
  return (
    <Modal
      opened={opened}
      onClose={onStay}
      title={<Text fw={650}>Throw away what you typed?</Text>}
      centered
    >
      <Text size="sm">It is not recorded yet.</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          Throw it away
        </Button>
        <Button data-autofocus onClick={onStay}>
          Keep writing
        </Button>
      </Group>
    </Modal>
  );
}
