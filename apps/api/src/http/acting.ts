import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuditNote } from '#lib/access';
import './request.js';

/** Who acts and where from, as the audit trail notes it. */
export type ActingParty = Pick<AuditNote, 'actor' | 'from'>;

/** The party behind a request; without an actor when it came without a key or session. */
export function actingOf({ caller, ip }: FastifyRequest): ActingParty {
  return { actor: caller && { kind: caller.kind, id: caller.id }, from: ip };
}

/** Who acts, for `AuditTrail.note`. */
export const Acting = createParamDecorator(
  (_: unknown, context: ExecutionContext): ActingParty =>
    actingOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
