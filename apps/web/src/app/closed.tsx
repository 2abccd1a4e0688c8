import { IconLock } from '@tabler/icons-react';
import { useMatches } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { ButtonLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { isOpen, ROOMS, roomOf, whoText } from './rooms.js';

/** Shows a page to those it is open to; others are told whom it is for, and led back. */
export function IfOpen({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useSession();
  // of what is shown, which is not yet what was asked for
  const address = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  const room = roomOf(address);
  if (!room || isOpen(session, room)) return children;
  return (
    <Page title={room.label}>
      <Empty title="Your roles do not open this page" icon={<IconLock size={22} />}>
        It is for {whoText(room)}. Ask one of them for what you need, or an administrator for a role
        that opens it.
      </Empty>
      <WayBack />
    </Page>
  );
}

function WayBack(): ReactElement {
  const session = useSession();
  const at = { style: { alignSelf: 'center' } } as const;
  if (isOpen(session, ROOMS['/'])) {
    return (
      <ButtonLink to="/" {...at}>
        Back to the overview
      </ButtonLink>
    );
  }
  return (
    <ButtonLink to="/account" {...at}>
      Go to your account
    </ButtonLink>
  );
}
