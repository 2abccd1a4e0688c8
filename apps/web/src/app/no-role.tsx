import { Button, Container, Group, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSession } from '../api/session.js';
import { Mark } from './mark.js';
import { signOut } from './sign-out.js';

/** For somebody who may come in and has no role yet: says so, and whom to ask. */
export function NoRole(): ReactElement {
  const { name, email } = useSession();
  const queries = useQueryClient();
  return (
    <Container component="main" id="main" size="xs" py="xl">
      <Mark />
      <Title order={1} size="h2" mt="xl">
        You have no role here yet
      </Title>
      <Text mt="sm">
        You are signed in as {name}
        {email && ` (${email})`}. An administrator says what you may see and do: ask one for a role,
        then look again.
      </Text>
      <Group mt="lg">
        <Button onClick={() => void queries.resetQueries()}>Look again</Button>
        <Button variant="default" onClick={() => void signOut('sign-out')}>
          Sign out
        </Button>
      </Group>
    </Container>
  );
}
