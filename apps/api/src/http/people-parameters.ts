import {
  createParamDecorator,
  type ExecutionContext,
  Param,
  type PipeTransform,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Caller, UnknownGrant, UnknownGroup, UnknownPerson } from '#lib/access';
import { Id } from '#lib/contracts';

/** Who asks; the guard has let nobody in whom it does not know. */
export const CallerOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller =>
    context.switchToHttp().getRequest<FastifyRequest>().caller as Caller,
);

/** Refuses what cannot be an id before the database is asked: nothing has it. */
class IdOf implements PipeTransform<string, string> {
  constructor(private readonly unknown: (id: string) => Error) {}

  transform(given: string): string {
    const parsed = Id.safeParse(given);
    if (parsed.success) return parsed.data;
    throw this.unknown(given.slice(0, 100));
  }
}

const PERSON = new IdOf((id) => new UnknownPerson(id));
const MEMBER = new IdOf((id) => new UnknownPerson(id, '{person}'));
const GROUP = new IdOf((id) => new UnknownGroup(id));
const GRANT = new IdOf((id) => new UnknownGrant(id));

/** `{id}` of a person's path. */
export const PersonOf = () => Param('id', PERSON);
/** `{person}` of a path below a group. */
export const MemberOf = () => Param('person', MEMBER);
/** `{id}` of a group's path. */
export const GroupOf = () => Param('id', GROUP);
/** `{id}` of a grant's path. */
export const GrantOf = () => Param('id', GRANT);
