import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NoSession, type Owner } from '#lib/access';
import './request.js';

/** Who is signed in and changes the own account or session. @throws NoSession for keys */
export const OwnerOf = createParamDecorator((_: unknown, context: ExecutionContext): Owner => {
  const { session, ip } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!session) throw new NoSession();
  return { signedIn: session.signedIn, session: session.secret, from: ip };
});
