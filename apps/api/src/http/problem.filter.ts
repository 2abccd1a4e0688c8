import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultPage } from '../pages/fault-page.js';
import { isOfPrograms } from './headers.js';
import { HttpProblem } from './http-problem.js';
import type { Methods } from './methods.js';
import { toProblem } from './problem.js';
import { shownPath } from './shown-path.js';
import { isScim, scimError } from './scim-error.js';

/** Answers everything thrown with a problem document (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly methods: Methods) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(this.wrongMethod(thrown, request) ?? thrown, request, reply);
  }

  private wrongMethod(thrown: unknown, request: FastifyRequest): HttpProblem | undefined {
    if (!(thrown instanceof NotFoundException)) return undefined;
    const allowed = this.methods.at(request.url);
    if (allowed.length === 0) return undefined;
    const message = `${request.method} is not offered here; ${allowed.join(', ')} ${allowed.length === 1 ? 'is' : 'are'}.`;
    return new HttpProblem('method-not-allowed', message, {
      headers: { allow: allowed.join(', ') },
    });
  }
}

/** Sends what was thrown as a problem document, or as a page to a browser that asks for one; faults of ours are logged, not told. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, headers, expected } = toProblem(thrown, shownPath(request.url));
  if (!expected) request.log.error({ err: thrown }, 'a request failed');
  else if (problem.status === 503)
    request.log.warn({ err: thrown }, 'a request could not be served');
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  // the rest of the body will not be read
  if (!request.raw.complete) void reply.header('connection', 'close');
  void reply.headers(headers).header('cache-control', 'no-store');
  if (readByPerson(request)) {
    const signIn = request.url.startsWith('/sign-in');
    void reply
      .code(problem.status)
      .header('content-type', 'text/html; charset=utf-8')
      .send(faultPage(problem, { signIn }));
    return;
  }
  const { status, type, body } = isScim(request.url)
    ? scimError(thrown, problem)
    : { status: problem.status, type: 'application/problem+json', body: problem };
  void reply
    .code(status)
    .header('content-type', type)
    .send(Buffer.from(JSON.stringify(body)));
}

/** Whether a browser asks for somebody to look at the answer. */
function readByPerson({ url, headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true && !isOfPrograms(url);
}
