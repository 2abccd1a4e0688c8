import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DEFAULT_PROGRAM, SignIn } from '#lib/access';
import { CreateSession, type Problem, SignInPageQuery, SignInQuery, UseLink } from '#lib/contracts';
import { plainMessage, type ToldIssue } from '../http/plain-messages.js';
import { Operation } from '../docs/operation.js';
import { recallFlow, rememberFlow } from '../http/guard/cookies.js';
import { FORM_TYPE } from '../http/forms.js';
import { HttpProblem } from '../http/http-problem.js';
import { type ProblemAnswer, toProblem } from '../http/problem.js';
import { Route } from '../http/route.js';
import type { Refused } from '../pages/form.js';
import { Flows } from '../sign-in/flows.js';
import { linkPage, overPage } from '../sign-in/link-page.js';
import { signInPage } from '../sign-in/sign-in-page.js';
import { Welcome } from '../sign-in/welcome.js';

const HTML = 'text/html; charset=utf-8';

/** Where browsers go to sign in. */
@ApiTags('Sign-in')
@Controller('sign-in')
export class SignInPagesController {
  constructor(
    private readonly signIn: SignIn,
    private readonly welcome: Welcome,
    private readonly flows: Flows,
  ) {}

  @Get()
  @Operation({
    summary: 'The page to sign in on: the providers, and a form for an address and a password',
    description: 'Afterwards the browser goes to `returnTo`, a path of ours.',
    answers: { 200: null },
    produces: 'text/html',
    refuses: [422],
  })
  async offer(
    @Query({ schema: SignInPageQuery }) query: z.output<typeof SignInPageQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.header('content-type', HTML);
    const { after } = query;
    return signInPage({
      ...this.waysIn(query),
      after,
      firstHere: await this.welcome.isFirstHere(request, query.program),
    });
  }

  @Post()
  @Route({ consumes: [FORM_TYPE] })
  @Operation({
    summary: 'The form of that page',
    answers: { 303: null },
    produces: 'text/html',
    refuses: [401, 403, 415, 422, 429],
  })
  async enter(
    @Query({ schema: SignInPageQuery }) query: z.output<typeof SignInPageQuery>,
    @Body() form: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.welcome.requireWay(request);
    const { returnTo, program } = query;
    try {
      const given = read(CreateSession, { ...form, program });
      const opened = await this.signIn.withPassword.signIn(given, request.ip);
      await this.welcome.give(request, reply, opened);
    } catch (error) {
      const { problem, headers } = toldOnPage(error, request);
      void reply.code(problem.status).headers(headers).header('content-type', HTML);
      const ways = { ...this.waysIn(query), after: undefined, firstHere: false };
      await reply.send(signInPage(ways, refusedBy(problem, form)));
      return;
    }
    await reply.redirect(returnTo, 303);
  }

  @Get(':provider')
  @Operation({
    summary: 'Sends the browser to a provider, and afterwards to `returnTo`, a path of ours',
    answers: { 302: null },
    refuses: [403, 404, 422],
  })
  async begin(
    @Param('provider') name: string,
    @Query({ schema: SignInQuery }) { returnTo }: z.output<typeof SignInQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.signIn.providers.get(name);
    this.welcome.requireWay(request, { anySite: true });
    const { to, flow } = await this.signIn.providers.begin(name, this.callbackOf(request, name));
    const sealed = this.flows.seal(flow, returnTo);
    rememberFlow(request, reply, { state: flow.state, sealed });
    await reply.redirect(to.href, 302);
  }

  @Get(':provider/callback')
  @Operation({
    summary: 'Where a provider sends the browser back to',
    answers: { 303: null },
    refuses: [403, 404, 422],
  })
  async finish(
    @Param('provider') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.signIn.providers.get(name);
    this.welcome.requireWay(request, { anySite: true });
    const came = new URL(this.callbackOf(request, name));
    came.search = new URL(request.url, came).search;
    const begun = this.flows.open(
      recallFlow(request, reply, came.searchParams.get('state') ?? ''),
      name,
    );
    const opened = await this.signIn.withProvider.signIn(came, begun.flow, request.ip);
    await this.welcome.give(request, reply, opened);
    await reply.redirect(begun.returnTo, 303);
  }

  @Get('link/:link')
  @Operation({
    summary: 'What a link to sign in is for: a page with a form; to open it does not use the link',
    answers: { 200: null },
    produces: 'text/html',
    refuses: [404],
  })
  async look(
    @Param('link') token: string,
    @Query({ schema: SignInQuery }) _query: z.output<typeof SignInQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    try {
      const shown = await this.signIn.withLink.look(token);
      void reply.header('content-type', HTML);
      return linkPage(shown);
    } catch (error) {
      const { problem } = toldOnPage(error, request);
      void reply.code(problem.status).header('content-type', HTML);
      return overPage(problem.detail);
    }
  }

  @Post('link/:link')
  @Route({ consumes: [FORM_TYPE] })
  @Operation({
    summary: 'The form of that page',
    answers: { 303: null },
    produces: 'text/html',
    refuses: [403, 404, 415, 422, 429],
  })
  async use(
    @Param('link') token: string,
    @Query({ schema: SignInQuery }) { returnTo }: z.output<typeof SignInQuery>,
    @Body() form: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.welcome.requireWay(request);
    const shown = await this.signIn.withLink.look(token);
    try {
      const given = read(UseLink, { ...form, token });
      const opened = await this.signIn.withLink.use(given, request.ip);
      await this.welcome.give(request, reply, opened);
    } catch (error) {
      const { problem, headers } = toldOnPage(error, request);
      void reply.code(problem.status).headers(headers).header('content-type', HTML);
      await reply.send(linkPage(shown, refusedBy(problem, form)));
      return;
    }
    await reply.redirect(returnTo, 303);
  }

  private waysIn({ returnTo, program }: z.output<typeof SignInPageQuery>) {
    const { localAccounts, providers } = this.signIn.settings;
    const named = program === DEFAULT_PROGRAM ? undefined : program;
    return { localAccounts, providers, returnTo, program: named };
  }

  private callbackOf(request: FastifyRequest, name: string): string {
    return `${this.welcome.originOf(request)}/sign-in/${name}/callback`;
  }
}

/** What a form holds. @throws HttpProblem `invalid` with the first fault */
function read<Shape extends z.ZodType>(shape: Shape, form: unknown): z.output<Shape> {
  const given = shape.safeParse(form);
  if (given.success) return given.data;
  const [first] = given.error.issues;
  const message = first ? plainMessage(first as ToldIssue) : 'Something is missing.';
  throw new HttpProblem('invalid', message, {
    errors: [{ pointer: `/${String(first?.path[0] ?? '')}`, message }],
  });
}

/** What a form says of a fault, at the field that it is about. */
function refusedBy({ detail, errors = [] }: Problem, form: Refused['form']): Refused {
  return { fault: detail, field: errors[0]?.pointer.slice(1) || undefined, form };
}

/** What a page says of a fault; faults of ours, and those of programs that ask, are no page's. */
function toldOnPage(error: unknown, { headers }: FastifyRequest): ProblemAnswer {
  const told = toProblem(error, '');
  const shown = headers.accept?.includes('text/html') && told.problem.status !== 503;
  if (!shown || !told.expected) throw error;
  return told;
}
