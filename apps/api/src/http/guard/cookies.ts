import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenedSession } from '#lib/access';
import type { Instant } from '#lib/domain';

/** What browsers show that somebody is signed in. Only this very host may set or read a cookie of this name. */
export const SESSION = '__Host-waymark';
/** What a browser remembers of a sign-in that has gone to a provider, one cookie each. */
const FLOW = '__Host-waymark-flow-';
const FLOW_LASTS_S = 600;
/** Sign-ins begun and not ended that are remembered beside one another. */
const MOST_FLOWS = 4;

/**
 * `Lax`: a browser that a provider sends back to us comes from another site, and would leave out a
 * `Strict` cookie all the way to the page it is sent on to.
 */
const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/** The secret of the session that the request came with. */
export function sessionIn(request: FastifyRequest): string | undefined {
  return cookiesOf(request)[SESSION];
}

/** Gives the browser a session, in place of one it had. */
export function giveSession(reply: FastifyReply, opened: OpenedSession, now: Instant): void {
  const maxAge = Math.max(0, Math.floor((opened.expiresAt - now) / 1000));
  set(reply, SESSION, opened.secret, maxAge);
}

/** Takes the session from the browser, and what the browser has kept of our answers. */
export function takeSession(reply: FastifyReply): void {
  set(reply, SESSION, '', 0);
  void reply.header('clear-site-data', '"cache", "storage"');
}

/** Has the browser remember a sign-in for ten minutes, under its state; the oldest go. */
export function rememberFlow(
  request: FastifyRequest,
  reply: FastifyReply,
  { state, sealed }: { readonly state: string; readonly sealed: string },
): void {
  const before = Object.keys(cookiesOf(request)).filter((name) => name.startsWith(FLOW));
  for (const name of before.slice(0, Math.max(0, before.length - MOST_FLOWS + 1))) {
    set(reply, name, '', 0);
  }
  set(reply, flowName(state), sealed, FLOW_LASTS_S);
}

/** What the browser remembers of the sign-in with a state; it is forgotten by that. */
export function recallFlow(
  request: FastifyRequest,
  reply: FastifyReply,
  state: string,
): string | undefined {
  const name = flowName(state);
  const sealed = cookiesOf(request)[name];
  if (sealed !== undefined) set(reply, name, '', 0);
  return sealed;
}

function flowName(state: string): string {
  return `${FLOW}${state.slice(0, 12)}`;
}

function cookiesOf({ headers }: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return headers.cookie === undefined ? {} : parseCookie(headers.cookie);
}

function set(reply: FastifyReply, name: string, value: string, maxAge: number): void {
  void reply.header('set-cookie', stringifySetCookie({ name, value, maxAge, ...ATTRIBUTES }));
}
