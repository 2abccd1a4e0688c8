import { ActionIcon } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react';
import { useSession } from '../api/session.js';

const PersonItems = lazy(() =>
  import('./person-items.js').then(({ PersonItems }) => ({ default: PersonItems })),
);

/** Leads to one's account, the colours and the way out; what it opens is loaded then. */
export function PersonMenu(): ReactElement {
  const { name } = useSession();
  const [wanted, setWanted] = useState(false);
  const target = (
    <ActionIcon variant="default" size={36} radius="xl" aria-label={`You: ${name}`}>
      <IconUser size={18} />
    </ActionIcon>
  );
  const plain = cloneElement(target, {
    onClick: () => setWanted(true),
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  });
  if (!wanted) return plain;
  return (
    <Suspense fallback={plain}>
      <PersonItems target={target} />
    </Suspense>
  );
}
