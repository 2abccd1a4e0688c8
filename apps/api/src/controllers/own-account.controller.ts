import { Body, Controller, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Owner, SignIn } from '#lib/access';
import {
  BeginCodes,
  ChangePassword,
  ConfirmCodes,
  EndCodes,
  PendingCodesView,
  SessionView,
} from '#lib/contracts';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { OwnerOf } from '../http/browser.js';
import { Welcome } from '../sign-in/welcome.js';

/** What somebody signs in with, changed by themselves. */
@ApiTags('Sign-in')
@Controller('api/v1/session')
export class OwnAccountController {
  constructor(
    private readonly signIn: SignIn,
    private readonly welcome: Welcome,
  ) {}

  @Put('password')
  @Operation({
    summary: 'Sets another password; every session ends, and this browser gets a new one',
    answers: { 200: SessionView },
    refuses: [403, 413, 415, 422, 429],
    example: EXAMPLES.changePassword,
  })
  async password(
    @Body({ schema: ChangePassword }) body: z.output<typeof ChangePassword>,
    @OwnerOf() owner: Owner,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.welcome.enter(request, reply, await this.signIn.own.changePassword(owner, body));
  }

  @Post('totp')
  @HttpCode(200)
  @Operation({
    summary: 'A secret for one-time codes, which count once the first was confirmed',
    answers: { 200: PendingCodesView },
    refuses: [403, 413, 415, 422, 429],
    example: EXAMPLES.beginCodes,
  })
  begin(@Body({ schema: BeginCodes }) body: z.output<typeof BeginCodes>, @OwnerOf() owner: Owner) {
    return this.signIn.own.beginCodes(owner, body.current);
  }

  @Post('totp/confirmation')
  @HttpCode(204)
  @Operation({
    summary: 'Asks for one-time codes from now on; other sessions end',
    answers: { 204: null },
    refuses: [403, 413, 415, 422],
    example: EXAMPLES.confirmCodes,
  })
  async confirm(
    @Body({ schema: ConfirmCodes }) body: z.output<typeof ConfirmCodes>,
    @OwnerOf() owner: Owner,
  ): Promise<void> {
    await this.signIn.own.confirmCodes(owner, body);
  }

  @Post('totp/end')
  @HttpCode(204)
  @Operation({
    summary: 'Asks for no one-time codes any more',
    answers: { 204: null },
    refuses: [403, 413, 415, 422, 429],
    example: EXAMPLES.endCodes,
  })
  async end(
    @Body({ schema: EndCodes }) { code }: z.output<typeof EndCodes>,
    @OwnerOf() owner: Owner,
  ): Promise<void> {
    await this.signIn.own.endCodes(owner, code);
  }
}
