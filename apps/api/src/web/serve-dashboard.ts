import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PAGES } from '#lib/client';
import { dashboardPolicy } from '../http/headers.js';
import { HttpProblem } from '../http/http-problem.js';
import { sendProblem } from '../http/problem.filter.js';
import { builtPages } from './built-pages.js';

/** Names of files hold a hash of what is in them, so they never change. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Serves the dashboard at each of its addresses, and its files below `/assets`. */
export async function serveDashboard(app: NestFastifyApplication): Promise<void> {
  const built = await builtPages();
  const instance = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const send = (request: FastifyRequest, reply: FastifyReply) => {
    if (!built) return sendProblem(notBuilt(), request, reply);
    const nonce = randomBytes(16).toString('base64');
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', dashboardPolicy(nonce))
      .send(built.page(nonce));
  };
  for (const path of PAGES) instance.get(path, { config: { open: true } }, send);
  if (!built) return;
  await instance.register(fastifyStatic, {
    root: join(built.folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => {
      void reply.header('cache-control', FOR_GOOD).header('vary', 'accept-encoding');
    },
  });
}

const notBuilt = () =>
  new HttpProblem(
    'not-ready',
    'The dashboard is not built: run npm run build, then start Waymark again.',
  );
