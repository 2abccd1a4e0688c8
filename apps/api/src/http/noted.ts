import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { type AuditNote, AuditTrail } from '#lib/access';
import { actingOf } from './acting.js';
import './request.js';

/** What a route has done: the parts of its request, and its answer. */
interface Done {
  readonly params: Readonly<Record<string, string>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** What is noted of it; undefined: nothing. */
type About = (done: Done) => AuditNote['about'];

const NOTED = 'waymark:noted';

/**
 * Notes in the audit trail what a route has done, for acts that are facts of the log as well: those
 * stand there whatever becomes of the note.
 */
export const Noted = (action: string, about: About) => SetMetadata(NOTED, { action, about });

/** Writes the notes of `@Noted` routes before they answer; one that cannot be written is told as a fault. */
@Injectable()
export class NotedInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditTrail,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const noted = this.reflector.get<{ action: string; about: About } | undefined>(
      NOTED,
      context.getHandler(),
    );
    if (!noted) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.note(request, noted, answer);
        return answer;
      }),
    );
  }

  private async note(
    request: FastifyRequest,
    { action, about }: { readonly action: string; readonly about: About },
    answer: unknown,
  ): Promise<void> {
    const { caller, params } = request;
    const said = about({ params, answer: answer ?? {} } as Done);
    if (!caller || !said) return;
    const note = { ...actingOf(request), action, outcome: 'done', about: said } as const;
    await this.audit.note(caller.program, note);
  }
}
