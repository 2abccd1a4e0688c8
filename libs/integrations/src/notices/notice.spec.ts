import { describe, expect, test } from 'vitest';
import { PAGES } from '#lib/client';
import type { ProgramId } from '#lib/domain';
import { NOTICE_KINDS, noticeOf, type NoticeRow } from './notice.js';

const program = 'contoso' as ProgramId;
const row = (more: Partial<NoticeRow> = {}): NoticeRow => ({
  ...{ kind: 'source-silent', subject: '0190b7a0-0000-7000-8000-000000000001', name: 'board' },
  ...{ since: new Date('2026-03-02T10:00:00Z'), detail: null },
  ...more,
});

describe('a notice', () => {
  test.each(NOTICE_KINDS)('%s leads to a page of the dashboard', (kind) => {
    const { path } = noticeOf(program, row({ kind, detail: 'gone' }));
    const pages = PAGES.map((page) => new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`));
    expect(pages.filter((page) => page.test(path))).toHaveLength(1);
  });

  test('is the same as long as it stands, and another when it comes again', () => {
    const { id } = noticeOf(program, row());
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(noticeOf(program, row({ detail: '2026-03-01T09:00:00Z' })).id).toBe(id);
    const again = row({ since: new Date('2026-03-05T10:00:00Z') });
    expect(noticeOf(program, again).id).not.toBe(id);
  });

  test('says since when nothing came', () => {
    const { words } = noticeOf(program, row({ detail: '2026-02-27T09:05:30Z' }));
    expect(words).toContain('since 2026-02-27, 09:05 UTC');
  });
});
