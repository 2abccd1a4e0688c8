import { AppShell, Burger, Group, Loader, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useProgram, useSession } from '../api/session.js';
import { useLightOnPaper } from '../charts/printing.js';
import { LiveBadge } from '../live/live-badge.js';
import { LiveProvider } from '../live/live-provider.js';
import { isNow, useMoment } from '../time/moment.js';
import { momentText, TimeBar } from '../time/time-bar.js';
import { dayText, today } from '../time/words.js';
import { Tour } from '../start/tour.js';
import { GoToUnit } from '../units/go-to-unit.js';
import { IfOpen } from './closed.js';
import { Mark } from './mark.js';
import { Navigation } from './navigation.js';
import { PersonMenu } from './person-menu.js';

const NoRole = lazy(() => import('./no-role.js').then(({ NoRole }) => ({ default: NoRole })));

/** The frame of every page: where one is, as of when, and who one is. */
export function Shell(): ReactElement {
  return (
    <Suspense fallback={<Loader m="xl" aria-label="Waymark is opening" />}>
      <Entrance />
    </Suspense>
  );
}

/** Nothing can be asked for somebody without a role. */
function Entrance() {
  const { permissions } = useSession();
  if (permissions.length === 0) return <NoRole />;
  return (
    <LiveProvider>
      <Frame />
    </LiveProvider>
  );
}

function Frame() {
  const [opened, { toggle, close }] = useDisclosure();
  const { name } = useProgram();
  const moment = useMoment();
  const past = !isNow(moment);
  useLightOnPaper();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className="skip" href="#main">
        Go to the content
      </a>
      <AppShell.Header
        data-time={past ? 'past' : 'now'}
        style={
          past ? { background: 'var(--waymark-past)', color: 'var(--waymark-past-ink)' } : undefined
        }
      >
        <Group h="100%" px="sm" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={opened ? 'Close the menu' : 'Open the menu'}
            />
            <Mark />
            <Text fw={650} truncate visibleFrom="sm">
              {name}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <GoToUnit />
            <TimeBar />
            <LiveBadge />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label="Pages">
        <Navigation onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main">
        <Text size="sm" mb="xs" className="on-paper">
          {name} · {momentText(moment)} · printed on {dayText(today())}
        </Text>
        <Suspense fallback={<Loader m="xl" aria-label="The page is opening" />}>
          <IfOpen>
            <Outlet />
          </IfOpen>
        </Suspense>
        <div id="menus" />
      </AppShell.Main>
      <Tour />
    </AppShell>
  );
}
