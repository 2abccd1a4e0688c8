import { may, mayEverywhere, type Permission, type Session } from '../api/session.js';

/** A part of the pages, with all that lies below its address. */
interface Room {
  readonly label: string;
  /** Without it the room is closed. */
  readonly needs: Permission & keyof typeof WHO;
  /** It is about the whole program: a role that is limited to a unit does not open it. */
  readonly whole?: true;
}

/** Who has what a room needs. */
const WHO = {
  catalogue: 'those who have any role',
  read: 'those who read: executives, auditors, the program office and administrators',
  integrate: 'the program office and administrators',
  administer: 'administrators',
  curate: 'administrators',
  audit: 'auditors and administrators',
  verify: 'auditors and administrators',
} as const satisfies Partial<Record<Permission, string>>;

/** The rooms by their addresses, and what opens them: the api asks for the same. */
export const ROOMS = {
  '/': { label: 'Overview', needs: 'read' },
  '/overview': { label: 'Overview', needs: 'read' },
  '/units': { label: 'Units', needs: 'read' },
  '/roadmap': { label: 'Roadmap', needs: 'read' },
  '/alerts': { label: 'Alerts', needs: 'read' },
  '/proposals': { label: 'Proposals', needs: 'read' },
  '/board-packs': { label: 'Board packs', needs: 'read' },
  '/models': { label: 'Maturity models', needs: 'catalogue' },
  '/milestones': { label: 'Milestones', needs: 'catalogue' },
  '/imports': { label: 'Import', needs: 'integrate', whole: true },
  '/sources': { label: 'Sources', needs: 'integrate', whole: true },
  '/subscriptions': { label: 'Subscriptions', needs: 'integrate', whole: true },
  '/channels': { label: 'Channels', needs: 'integrate', whole: true },
  '/log': { label: 'Log', needs: 'read' },
  '/log/verification': { label: 'Verification of the log', needs: 'verify', whole: true },
  '/people': { label: 'People', needs: 'administer', whole: true },
  '/groups': { label: 'Groups', needs: 'administer', whole: true },
  '/keys': { label: 'Keys', needs: 'administer' },
  '/audit': { label: 'Audit trail', needs: 'audit', whole: true },
  '/settings': { label: 'Settings', needs: 'curate', whole: true },
} as const satisfies Readonly<Record<string, Room>>;

export type RoomPath = keyof typeof ROOMS;

const PATHS = Object.keys(ROOMS) as readonly RoomPath[];

/** The room that an address lies in; undefined where it is nobody's in particular. */
export function roomOf(address: string): Room | undefined {
  const path = PATHS.filter((one) => address === one || address.startsWith(`${one}/`))
    .toSorted((one, other) => other.length - one.length)
    .at(0);
  return path && ROOMS[path];
}

/** Whether a room is open to somebody. */
export function isOpen(session: Session, { needs, whole }: Room): boolean {
  return whole ? mayEverywhere(session, needs) : may(session, needs);
}

/** Whom a room is for: “It is for …”. */
export function whoText({ needs, whole }: Room): string {
  return `${WHO[needs]}${whole ? ' of the whole program' : ''}`;
}
