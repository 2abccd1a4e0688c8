import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Browser, NoSession, type Owner } from '#lib/access';
import { sessionIn } from './cookies.js';
import './request.js';

/** Where somebody signs in from, and the session that ends by that. */
export function browserOf(request: FastifyRequest): Browser {
  const session = sessionIn(request);
  return { from: request.ip, ...(session === undefined ? {} : { session }) };
}

/** Who is signed in and changes the own account or session. @throws NoSession for keys */
export const OwnerOf = createParamDecorator((_: unknown, context: ExecutionContext): Owner => {
  const { session, ip } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!session) throw new NoSession();
  return { signedIn: session.signedIn, session: session.secret, from: ip };
});
