import { createHash } from 'node:crypto';
import type { Instant, ProgramId } from '#lib/domain';

/** What goes wrong between a program and other systems, so that somebody has to look after it. */
export const NOTICE_KINDS = [
  'source-silent',
  'poll-failing',
  'subscription-disabled',
  'channel-disabled',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Something between a program and another system that needs a person. It stands as long as what it
 * says is so.
 */
export interface Notice {
  /** A UUID, the same as long as it stands; when it comes again, it is another. */
  readonly id: string;
  readonly kind: NoticeKind;
  /** Of the source, subscription or channel. */
  readonly name: string;
  readonly since: Instant;
  /** What is wrong and what to do, in a sentence or two. */
  readonly words: string;
  /** The page of it in the dashboard. */
  readonly path: string;
}

/** What a notice is made of. */
export interface NoticeRow {
  readonly kind: NoticeKind;
  /** The id of the source, subscription or channel. */
  readonly subject: string;
  readonly name: string;
  readonly since: Date;
  /** Of a source that is silent: when something came last, as ISO 8601; of others why, or what failed. */
  readonly detail: string | null;
}

/** The notice of a row. */
export function noticeOf(program: ProgramId, row: NoticeRow): Notice {
  const { kind, subject, name, since, detail } = row;
  const { words, page } = TELLS[kind];
  return {
    ...{ id: noticeId(program, kind, subject, since), kind, name, since: since.getTime() },
    words: words(name, detail),
    path: `/${page}/${encodeURIComponent(name)}`,
  };
}

interface Telling {
  readonly page: string;
  readonly words: (name: string, detail: string | null) => string;
}

const TELLS: Readonly<Record<NoticeKind, Telling>> = {
  'source-silent': {
    page: 'sources',
    words: (name, last) =>
      last === null
        ? `Nothing has come from the source "${name}" yet. Look whether its tool sends here.`
        : `Nothing has come from the source "${name}" since ${dayAndTime(last)}. Look whether its tool still sends here.`,
  },
  'poll-failing': {
    page: 'sources',
    words: (name, failure) => `The source "${name}" cannot be asked. ${failure ?? ''}`.trim(),
  },
  'subscription-disabled': {
    page: 'subscriptions',
    words: (name, because) =>
      because === 'gone'
        ? `The subscription "${name}" is disabled: its endpoint said that it is gone. Give it another address, or take it away.`
        : `The subscription "${name}" is disabled: its endpoint has taken nothing for five days. Put it again once the endpoint works.`,
  },
  'channel-disabled': {
    page: 'channels',
    words: (name, because) => `The channel "${name}" is disabled: ${BECAUSE[because ?? '']}`,
  },
};

const BECAUSE: Readonly<Record<string, string>> = {
  gone: 'its webhook is gone. Give it another address, or take it away.',
  erased: 'whose address it was has been erased. Give it another address, or take it away.',
  failing: 'nothing was taken there for five days. Put it again once it works.',
};

function dayAndTime(iso: string): string {
  return `${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC`;
}

/** @returns a UUIDv8 over a SHA-256. @source RFC 9562, section 5.8 */
function noticeId(program: ProgramId, kind: NoticeKind, subject: string, since: Date): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([program, kind, subject, since.toISOString()]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([a, b]) => hex.slice(a, b)).join('-');
}
