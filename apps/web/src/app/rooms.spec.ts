import { expect, it } from 'vitest';
import { PAGES } from '#lib/client';
import type { Session } from '../api/session.js';
import { isOpen, roomOf } from './rooms.js';

it('each page lies in a room, but the account, which is everybody’s', () => {
  expect(PAGES.filter((page) => !roomOf(page))).toEqual(['/account']);
});

it('a page below a room takes what the room takes, unless it takes more', () => {
  expect(roomOf('/channels/board')).toBe(roomOf('/channels'));
  expect(roomOf('/log/verification')?.needs).toBe('verify');
  expect(roomOf('/log')?.needs).toBe('read');
});

it('what is about the whole program is closed to a role that is limited to a unit', () => {
  const session = { permissions: ['read', 'integrate'] } as unknown as Session;
  const limited = { ...session, grants: [{ under: 'emea', permissions: session.permissions }] };
  const rooms = ['/units', '/sources'].map(roomOf).filter((room) => room !== undefined);
  expect(rooms.map((room) => isOpen(limited as unknown as Session, room))).toEqual([true, false]);
});
