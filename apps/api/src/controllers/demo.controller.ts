import { Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DemoView, RecoveryView } from '#lib/contracts';
import { makeDemoLink } from '#lib/demo';
import { RECORDS, type Records } from '#lib/recording';
import { DemoLoading } from '../demo/demo-loading.js';
import { Operation } from '../docs/operation.js';
import { instantText } from '../http/instants.js';
import { Noted } from '../http/noted.js';
import { linkAddress } from '../sign-in/link-page.js';
import { Welcome } from '../sign-in/welcome.js';

/** A visit is begun at once, by whoever asked for it. */
const VISIT_LASTS_MS = 600_000;

/** A program of its own that shows what Waymark is for. */
@ApiTags('Demo')
@Controller('api/v1/demo')
export class DemoController {
  constructor(
    private readonly loading: DemoLoading,
    private readonly welcome: Welcome,
    @Inject(RECORDS) private readonly records: Records,
  ) {}

  @Get()
  @Operation({
    summary: 'Whether the demo is loaded, and how far',
    description: 'For administrators of the whole program `default`, like all of it.',
    answers: { 200: DemoView },
    refuses: [403],
  })
  look() {
    return this.loading.look();
  }

  @Post()
  @HttpCode(202)
  @Noted('demo.loading-asked', ({ answer }) => ({ state: String(answer.state) }))
  @Operation({
    summary: 'Begins to load the demo into the program `demo`, or goes on where it was interrupted',
    description: 'GET tells how far it is. What is loaded already stays as it is.',
    answers: { 202: DemoView },
    refuses: [403, 409, 413, 415, 422],
  })
  begin() {
    return this.loading.begin();
  }

  @Post('visit')
  @Noted('demo.visit-link-made', () => ({}))
  @Operation({
    summary: 'A link that signs in to the demo as its visitor, who may do everything there',
    description:
      'It works once, within ten minutes. Signing in with it ends the session that the browser has; signing out of the demo leads back to /sign-in.',
    answers: { 201: RecoveryView },
    refuses: [403, 409, 413, 415, 422],
  })
  async visit(@Req() request: FastifyRequest) {
    const link = await makeDemoLink(this.records.foundation, { lastsMs: VISIT_LASTS_MS });
    return {
      url: linkAddress(this.welcome.originOf(request), link),
      expiresAt: instantText(link.expiresAt),
    };
  }
}
