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
import { may, mayEverywhere, type Session, useSession } from '../api/session.js';
import { NoticeMark } from '../notices/notice-mark.js';
import { NOTICE_PAGES, type NoticePage } from '../notices/notices.js';

interface Entry {
  readonly to:
    | '/'
    | '/units'
    | '/roadmap'
    | '/alerts'
    | '/proposals'
    | '/board-packs'
    | '/models'
    | '/milestones'
    | '/imports'
    | '/sources'
    | '/subscriptions'
    | '/channels'
    | '/log'
    | '/people'
    | '/groups'
    | '/keys'
    | '/audit'
    | '/settings';
  readonly label: string;
  readonly icon: ReactNode;
  readonly offered: (session: Session) => boolean;
}

const reads = (session: Session) => may(session, 'read');
const knows = (session: Session) => may(session, 'catalogue');
const integrates = (session: Session) => mayEverywhere(session, 'integrate');
const hasNotices = (page: string): page is NoticePage => page in NOTICE_PAGES;
const SIZE = 18;

/** The pages by who looks at them; what somebody may not do is not offered. */
const SECTIONS: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: 'Progress',
    entries: [
      { to: '/', label: 'Overview', icon: <IconLayoutDashboard size={SIZE} />, offered: reads },
      { to: '/units', label: 'Units', icon: <IconBuildingCommunity size={SIZE} />, offered: reads },
      { to: '/roadmap', label: 'Roadmap', icon: <IconRoute size={SIZE} />, offered: reads },
      { to: '/alerts', label: 'Alerts', icon: <IconBell size={SIZE} />, offered: reads },
      {
        to: '/proposals',
        label: 'Proposals',
        icon: <IconCheckupList size={SIZE} />,
        offered: (session) => may(session, 'approve') || may(session, 'record'),
      },
      {
        to: '/board-packs',
        label: 'Board packs',
        icon: <IconPresentation size={SIZE} />,
        offered: reads,
      },
    ],
  },
  {
    title: 'What is asked',
    entries: [
      { to: '/models', label: 'Maturity models', icon: <IconStairs size={SIZE} />, offered: knows },
      { to: '/milestones', label: 'Milestones', icon: <IconBook size={SIZE} />, offered: knows },
    ],
  },
  {
    title: 'In and out',
    entries: [
      {
        to: '/imports',
        label: 'Import',
        icon: <IconFileImport size={SIZE} />,
        offered: integrates,
      },
      {
        to: '/sources',
        label: 'Sources',
        icon: <IconPlugConnected size={SIZE} />,
        offered: integrates,
      },
      {
        to: '/subscriptions',
        label: 'Subscriptions',
        icon: <IconWebhook size={SIZE} />,
        offered: integrates,
      },
      { to: '/channels', label: 'Channels', icon: <IconSend size={SIZE} />, offered: integrates },
    ],
  },
  {
    title: 'Keeping it running',
    entries: [
      { to: '/log', label: 'Log', icon: <IconHistory size={SIZE} />, offered: reads },
      {
        to: '/people',
        label: 'People',
        icon: <IconUsers size={SIZE} />,
        offered: (session) => mayEverywhere(session, 'administer'),
      },
      {
        to: '/groups',
        label: 'Groups',
        icon: <IconUsersGroup size={SIZE} />,
        offered: (session) => mayEverywhere(session, 'administer'),
      },
      {
        to: '/keys',
        label: 'Keys',
        icon: <IconKey size={SIZE} />,
        offered: (session) => may(session, 'administer'),
      },
      {
        to: '/audit',
        label: 'Audit trail',
        icon: <IconShieldSearch size={SIZE} />,
        offered: (session) => mayEverywhere(session, 'audit'),
      },
      {
        to: '/settings',
        label: 'Settings',
        icon: <IconAdjustments size={SIZE} />,
        offered: (session) => mayEverywhere(session, 'curate'),
      },
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
        const offered = entries.filter((entry) => entry.offered(session));
        if (offered.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <Text size="xs" fw={650} c="dimmed" px="sm" pt="sm" pb={4}>
              {title}
            </Text>
            {offered.map(({ to, label, icon }) => (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={label}
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
