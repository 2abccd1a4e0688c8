import { describe, expect, it } from 'vitest';
import { toldText, whereText, zoneText } from './channel-words.js';

describe('a channel in words', () => {
  it('says where it tells people, without what is secret', () => {
    expect(whereText({ kind: 'email', to: 'ada@example.org' })).toBe('E-mail to ada@example.org');
    expect(whereText({ kind: 'slack', to: 'https://hooks.slack.com' })).toBe(
      'Slack at hooks.slack.com',
    );
    expect(whereText({ kind: 'email', to: null })).toBe('E-mail, its address is gone');
  });

  it('says when a digest comes and what is in it', () => {
    const as = { digest: 'weekly', weekday: 5, hour: 8, zone: 'Europe/Berlin' } as const;
    const told = {
      ...{ as, severities: ['warning', 'critical'] as const, rules: null, under: 'EMEA' },
      quietHours: { from: '20:00', to: '07:00', zone: 'America/New_York' },
    };
    expect(toldText(told)).toBe(
      'A digest comes every Friday at 08:00, Berlin time, when something happened since the last: critical alerts; warnings, standings that fell and targets that are late. It is about EMEA and all below. Nothing comes between 20:00 and 07:00, New York time; what happened meanwhile follows as one message.',
    );
  });

  it('says that a message comes at once, and of which rules', () => {
    const told = { as: 'at-once', quietHours: null, under: null } as const;
    expect(toldText({ ...told, severities: ['critical'], rules: 2 })).toBe(
      'A message comes within seconds, six messages an hour at most, with critical alerts; alerts of 2 rules alone. It is about the whole program.',
    );
    expect(toldText({ ...told, severities: [], rules: null })).toBe(
      'Nothing is chosen, so no message comes.',
    );
  });

  it('calls a time zone as people do', () => {
    expect(zoneText('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time');
    expect(zoneText('UTC')).toBe('UTC');
  });
});
