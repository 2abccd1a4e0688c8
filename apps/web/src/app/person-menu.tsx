import { ActionIcon } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { lazy, type ReactElement } from 'react';
import { useSession } from '../api/session.js';
import { Pressed } from '../kit/pressed.js';

const PersonItems = lazy(() =>
  import('./person-items.js').then(({ PersonItems }) => ({ default: PersonItems })),
);

/** Leads to one's account, the colours and the way out. */
export function PersonMenu(): ReactElement {
  const { name } = useSession();
  const target = (
    <ActionIcon variant="default" size={36} radius="xl" aria-label={`You: ${name}`}>
      <IconUser size={18} />
    </ActionIcon>
  );
  return (
    <Pressed target={target} opens="menu">
      <PersonItems target={target} />
    </Pressed>
  );
}
