import { ActionIcon } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { may, useSession } from '../api/session.js';

// every page has the button, few visits need what it opens
const GoToUnitDialog = lazy(() =>
  import('./go-to-unit-dialog.js').then(({ GoToUnitDialog }) => ({ default: GoToUnitDialog })),
);

/** Leads to a unit by some of its name; Ctrl+K or / opens it. */
export function GoToUnit(): ReactElement | null {
  const session = useSession();
  const [wanted, setWanted] = useState(false);
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setWanted(true) });
  const openByKey = () => {
    // what is typed in another dialog is not to be left by a key
    if (!document.querySelector('[role=dialog][aria-modal=true]')) open();
  };
  useHotkeys([
    ['mod+K', openByKey],
    ['/', openByKey],
  ]);
  if (!may(session, 'read')) return null;
  return (
    <>
      <ActionIcon
        variant="default"
        size={36}
        onClick={open}
        aria-label="Go to a unit"
        aria-keyshortcuts="Control+K /"
        title="Go to a unit (Ctrl+K or /)"
      >
        <IconSearch size={18} />
      </ActionIcon>
      {wanted && (
        <Suspense fallback={null}>
          <GoToUnitDialog opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
