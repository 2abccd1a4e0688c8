import { expect, it } from 'vitest';
import { countOn } from './notices.js';

it('counts what needs somebody by the page of it', () => {
  const notices = [
    { kind: 'source-silent' },
    { kind: 'poll-failing' },
    { kind: 'channel-disabled' },
  ] as const;
  expect(countOn('/sources', notices)).toBe(2);
  expect(countOn('/channels', notices)).toBe(1);
  expect(countOn('/subscriptions', notices)).toBe(0);
});
