import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { SignIn } from '#lib/access';
import { CreateRecovery, RecoveryView, SessionView, SignInWays, UseLink } from '#lib/contracts';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { HttpProblem } from '../http/http-problem.js';
import { instantText } from '../http/instants.js';
import { PersonOf } from '../http/people-parameters.js';
import { Route } from '../http/route.js';
import { linkAddress } from '../sign-in/link-page.js';
import { Welcome } from '../sign-in/welcome.js';

/** Ways in. */
@ApiTags('Sign-in')
@Controller('api/v1')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly welcome: Welcome,
  ) {}

  @Get('sign-in')
  @Route({ open: true })
  @Operation({ summary: 'The ways to sign in', answers: { 200: SignInWays } })
  ways() {
    const { settings } = this.signIn;
    return {
      localAccounts: settings.localAccounts,
      providers: settings.providers.map(({ name, title }) => ({
        ...{ name, title },
        href: `/sign-in/${name}`,
      })),
    };
  }

  @Post('sign-in/link')
  @Route({ open: true })
  @Operation({
    summary: 'Signs in with a link that was made for that, which is over then',
    answers: { 201: SessionView },
    refuses: [403, 404, 413, 415, 422, 429],
    example: EXAMPLES.useLink,
  })
  async useLink(
    @Body({ schema: UseLink }) body: z.output<typeof UseLink>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.welcome.requireWay(request);
    const opened = await this.signIn.withLink.use(body, request.ip);
    return this.welcome.enter(request, reply, opened);
  }

  @Post('people/:id/recovery')
  @Operation({
    summary: 'A link for somebody who cannot sign in, shown this once: it holds for an hour',
    description:
      'It signs them in once and lets them set a password; their sessions end by that. Also for the first time. Nobody can make one for somebody who may do more.',
    answers: { 201: RecoveryView },
    refuses: [403, 404, 409, 413, 415, 422],
    example: EXAMPLES.recovery,
  })
  async recover(
    @PersonOf() person: string,
    @Body({ schema: CreateRecovery.prefault({}) }) body: z.output<typeof CreateRecovery>,
    @Req() request: FastifyRequest,
  ) {
    const { caller, ip } = request;
    if (!caller) throw new HttpProblem('unauthenticated', 'Sign in, or send a key.');
    const link = await this.signIn.recovery.makeLink(caller, person, { ...body, from: ip });
    return {
      url: linkAddress(this.welcome.originOf(request), link),
      expiresAt: instantText(link.expiresAt),
    };
  }
}
