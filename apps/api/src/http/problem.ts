import { HttpException } from '@nestjs/common';
import type { Problem, ProblemDetail } from '#lib/contracts';
import { Refusal } from '#lib/recording';
import { type HttpCode, HttpProblem } from './http-problem.js';
import { type ErrorCode, STATUSES } from './statuses.js';

/** A problem document and the headers that go with it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** False for faults of ours, which are logged and not told. */
  readonly expected: boolean;
}

/** What frameworks refuse by status alone. */
const BY_STATUS: Readonly<Record<number, HttpCode>> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'not-found',
  415: 'media-type',
  422: 'invalid',
  429: 'too-many-requests',
  503: 'not-ready',
};

/** Told instead of what a framework says of itself. */
const PLAIN: Partial<Record<HttpCode, string>> = {
  malformed: 'The request cannot be read. Check its path, headers and body.',
  'not-found': 'There is nothing at this path. /api/docs lists what there is.',
  'too-large': 'The body is larger than this route takes.',
  'media-type': 'The body has a content type that this route does not take.',
  internal:
    'The fault was noted. Repeat the request; if it comes again, tell the operator the time.',
};

/** Turns anything thrown into a problem document that tells nothing of the server's inside. */
export function toProblem(thrown: unknown, instance: string): ProblemAnswer {
  const code = codeOf(thrown);
  const [status, title] = STATUSES[code];
  const expected = status < 500 || status === 503;
  const given = errorsOf(thrown);
  const errors =
    given.length > 0 || status >= 500 ? given : [placed(code, detailOf(thrown, code, expected))];
  const version = (thrown as { actual?: unknown }).actual;
  const problem: Problem = {
    type: `urn:waymark:problem:${code}`,
    title,
    status,
    detail: detailOf(thrown, code, expected),
    instance,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
    ...(thrown instanceof Refusal && thrown.offer ? { offer: thrown.offer } : {}),
    ...(VERSIONED.has(code) && typeof version === 'number' ? { version } : {}),
  };
  return { problem, headers: headersOf(thrown, problem), expected };
}

/** Those that say which version there is. */
const VERSIONED: ReadonlySet<ErrorCode> = new Set(['version-conflict', 'changed-since']);

/** Where the fault of a request lies when what was thrown does not say. */
const PLACES: Partial<Record<ErrorCode, string>> = {
  unauthenticated: 'header:authorization',
  'media-type': 'header:content-type',
  'idempotency-conflict': 'header:idempotency-key',
  'version-conflict': 'header:if-match',
  'unit-unknown': '{unit}',
  'target-unknown': '{target}',
  'model-missing': '{model}',
  'alert-unknown': '{id}',
  'proposal-unknown': '{id}',
  'recommendation-unknown': '{id}',
  'key-unknown': '{id}',
  'source-unknown': '{source}',
  'delivery-unknown': '{id}',
  'message-unknown': '{id}',
  'match-unknown': '{external}',
  'mapping-version-unknown': '{version}',
  'import-unknown': '{id}',
  'unknown-key': '{id}',
  'unknown-person': '{id}',
  'unknown-group': '{id}',
  'unknown-grant': '{id}',
  'group-exists': '/name',
  'grant-beyond-reach': '/role',
  'changed-since': 'header:if-match',
  'calendar-link-unknown': '{id}',
  'board-pack-unknown': '{id}',
  'program-exists': '/id',
  'expiry-in-past': '/expiresOn',
  'event-conflict': '/id',
  'reserved-source': '/source',
  'known-at-in-future': '?knownAt',
};

function placed(code: ErrorCode, message: string): ProblemDetail {
  return { pointer: PLACES[code] ?? '', message };
}

function detailOf(thrown: unknown, code: ErrorCode, expected: boolean): string {
  const ours = thrown instanceof Error && !(thrown instanceof HttpException) && expected;
  return ours ? thrown.message : (PLAIN[code as HttpCode] ?? STATUSES[code][1]);
}

function codeOf(thrown: unknown): ErrorCode {
  const { code } = (thrown ?? {}) as { code?: unknown };
  if (typeof code === 'string' && Object.hasOwn(STATUSES, code)) return code as ErrorCode;
  if (thrown instanceof HttpException) return BY_STATUS[thrown.getStatus()] ?? 'internal';
  return 'internal';
}

function errorsOf(thrown: unknown): readonly ProblemDetail[] {
  if (thrown instanceof HttpProblem) return thrown.more.errors ?? [];
  const { faults, pointer, field, line, message } = (thrown ?? {}) as {
    faults?: readonly ProblemDetail[];
    pointer?: unknown;
    field?: unknown;
    line?: unknown;
    message?: string;
  };
  if (Array.isArray(faults)) return (faults as readonly ProblemDetail[]).slice(0, 1000);
  if (typeof pointer === 'string') return [{ pointer, message: message ?? '' }];
  if (typeof field === 'string') return [{ pointer: `/${field}`, message: message ?? '' }];
  if (typeof line === 'number') return [{ pointer: '', message: message ?? '', line }];
  return [];
}

function headersOf(thrown: unknown, problem: Problem): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  if (thrown instanceof HttpProblem) Object.assign(headers, thrown.more.headers);
  if (problem.status === 503 || problem.status === 429) {
    const { retryAfterSeconds } = (thrown ?? {}) as { retryAfterSeconds?: unknown };
    headers['retry-after'] ??= String(
      typeof retryAfterSeconds === 'number' ? retryAfterSeconds : 2,
    );
  }
  if (problem.status === 401) headers['www-authenticate'] ??= 'Bearer realm="waymark"';
  if (problem.version !== undefined) headers.etag = `"${problem.version}"`;
  return headers;
}
