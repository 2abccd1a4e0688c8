import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Foundation } from '#lib/platform';
import { FOUNDATION, HealthController } from './health.controller.js';

@Module({})
class ApiModule {}

/** The api over an open foundation, not listening yet. */
export function createApi(foundation: Foundation): Promise<NestFastifyApplication> {
  const module = {
    module: ApiModule,
    controllers: [HealthController],
    providers: [{ provide: FOUNDATION, useValue: foundation }],
  };
  return NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
}
