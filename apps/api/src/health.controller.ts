import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { type Foundation, readiness } from '#lib/platform';

export const FOUNDATION = Symbol('foundation');

@Controller('health')
export class HealthController {
  constructor(@Inject(FOUNDATION) private readonly foundation: Foundation) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ready' }> {
    const { ready, notReady } = await readiness(this.foundation);
    if (!ready) throw new ServiceUnavailableException({ status: 'not-ready', parts: notReady });
    return { status: 'ready' };
  }
}
