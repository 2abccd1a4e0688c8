import { Box, NavLink, Text } from '@mantine/core';
import {
  IconAdjustments,
  IconBell,
  IconBook,
  IconBuildingCommunity,
  IconCheckupList,
  IconFileImport,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconPlugConnected,
  IconPresentation,
  IconRoute,
  IconSend,
  IconShieldSearch,
  IconStairs,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import { Link, useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, type Session, useSession } from '../api/session.js';
import { NoticeMark } from '../notices/notice-mark.js';
import { NOTICE_PAGES, type NoticePage } from '../notices/notices.js';
import { isOpen, ROOMS, type RoomPath } from './rooms.js';

interface Entry {
  readonly to: Exclude<RoomPath, '/overview' | '/log/verification'>;
  readonly icon: ReactNode;
  /** Narrower than who may open it. */
  readonly offered?: (session: Session) => boolean;
}

const hasNotices = (page: string): page is NoticePage => page in NOTICE_PAGES;
const SIZE = 18;

/** The pages by who looks at them; what somebody may not do is not offered. */
const SECTIONS: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: 'Progress',
    entries: [
      { to: '/', icon: <IconLayoutDashboard size={SIZE} /> },
      { to: '/units', icon: <IconBuildingCommunity size={SIZE} /> },
      { to: '/roadmap', icon: <IconRoute size={SIZE} /> },
      { to: '/alerts', icon: <IconBell size={SIZE} /> },
      {
        to: '/proposals',
        icon: <IconCheckupList size={SIZE} />,
        offered: (session) => may(session, 'approve') || may(session, 'record'),
      },
      { to: '/board-packs', icon: <IconPresentation size={SIZE} /> },
    ],
  },
  {
    title: 'What is asked',
    entries: [
      { to: '/models', icon: <IconStairs size={SIZE} /> },
      { to: '/milestones', icon: <IconBook size={SIZE} /> },
    ],
  },
  {
    title: 'In and out',
    entries: [
      { to: '/imports', icon: <IconFileImport size={SIZE} /> },
      { to: '/sources', icon: <IconPlugConnected size={SIZE} /> },
      { to: '/subscriptions', icon: <IconWebhook size={SIZE} /> },
      { to: '/channels', icon: <IconSend size={SIZE} /> },
    ],
  },
  {
    title: 'Keeping it running',
    entries: [
      { to: '/log', icon: <IconHistory size={SIZE} /> },
      { to: '/people', icon: <IconUsers size={SIZE} /> },
      { to: '/groups', icon: <IconUsersGroup size={SIZE} /> },
      { to: '/keys', icon: <IconKey size={SIZE} /> },
      { to: '/audit', icon: <IconShieldSearch size={SIZE} /> },
      { to: '/settings', icon: <IconAdjustments size={SIZE} /> },
    ],
  },
];

/** Where one can go. @param onGo told when a link was followed */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const session = useSession();
  const matches = useMatchRoute();
  const isHere = (to: Entry['to']) =>
    to === '/'
      ? Boolean(matches({ to: '/' }) || matches({ to: '/overview/$unit', fuzzy: true }))
      : Boolean(matches({ to, fuzzy: true }));
  return (
    <Box px="xs" py="sm" style={{ overflowY: 'auto' }}>
      {SECTIONS.map(({ title, entries }) => {
        const offered = entries.filter(
          ({ to, offered }) => isOpen(session, ROOMS[to]) && (offered?.(session) ?? true),
        );
        if (offered.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <Text size="xs" fw={650} c="dimmed" px="sm" pt="sm" pb={4}>
              {title}
            </Text>
            {offered.map(({ to, icon }) => (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={ROOMS[to].label}
                leftSection={icon}
                rightSection={hasNotices(to) && <NoticeMark page={to} />}
                active={isHere(to)}
                aria-current={isHere(to) ? 'page' : undefined}
                onClick={onGo}
                style={{ borderRadius: 'var(--mantine-radius-md)' }}
              />
            ))}
          </section>
        );
      })}
    </Box>
  );
}
