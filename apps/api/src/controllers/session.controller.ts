import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AuditTrail, type Owner, SignIn } from '#lib/access';
import { CreateSession, EndedSessions, SessionView } from '#lib/contracts';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { OwnerOf } from '../http/browser.js';
import { takeSession } from '../http/guard/cookies.js';
import { HttpProblem } from '../http/http-problem.js';
import { Route } from '../http/route.js';
import { Welcome } from '../sign-in/welcome.js';

/** Who somebody is here, and for how long. */
@ApiTags('Sign-in')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly welcome: Welcome,
    private readonly audit: AuditTrail,
  ) {}

  @Post()
  @Route({ open: true })
  @Operation({
    summary: 'Signs in with an address and a password; the answer sets the cookie `__Host-waymark`',
    description:
      'Any session the browser had ends. Whether the address or the password is wrong is not told; too many attempts have to wait (429).',
    answers: { 201: SessionView },
    refuses: [403, 413, 415, 422, 429],
    example: EXAMPLES.newSession,
  })
  async create(
    @Body({ schema: CreateSession }) body: z.output<typeof CreateSession>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.welcome.requireWay(request);
    const opened = await this.signIn.withPassword.signIn(body, request.ip);
    return this.welcome.enter(request, reply, opened);
  }

  @Get()
  @Operation({
    summary: 'Who asks, and what they may do: for keys as well as for people',
    description: 'Somebody without a role sees this and nothing else.',
    answers: { 200: SessionView },
  })
  one(@Req() { caller, session }: FastifyRequest) {
    if (!caller) throw new HttpProblem('unauthenticated', 'Sign in, or send a key.');
    return this.welcome.view(caller, session?.signedIn);
  }

  @Delete()
  @HttpCode(204)
  @Operation({
    summary: 'Signs out',
    answers: { 204: null },
    refuses: [403, 422],
  })
  async end(@OwnerOf() owner: Owner, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signIn.sessions.end(owner.session);
    await this.note(owner, { others: false });
    takeSession(reply);
  }

  @Delete('others')
  @Operation({
    summary: 'Signs out everywhere else',
    answers: { 200: EndedSessions },
    refuses: [403, 422],
  })
  async endOthers(@OwnerOf() owner: Owner) {
    const ended = await this.signIn.sessions.leaveOthers(owner.signedIn, owner.session);
    await this.note(owner, { others: true, ended });
    return { ended };
  }

  private note({ signedIn, from }: Owner, about: Record<string, boolean | number>) {
    const { program, id } = signedIn.caller;
    const actor = { kind: 'person', id } as const;
    return this.audit.note(program, {
      action: 'session.ended',
      outcome: 'done',
      ...{ actor, from, about },
    });
  }
}
