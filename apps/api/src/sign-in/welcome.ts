import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  anybodySignsIn,
  type Caller,
  DEFAULT_PROGRAM,
  isLoopback,
  type OpenedSession,
  type SignedIn,
  SignIn,
} from '#lib/access';
import { RECORDS, type Records } from '#lib/recording';
import { giveSession, sessionIn } from '../http/guard/cookies.js';
import { HttpProblem } from '../http/http-problem.js';
import { originOf, requireOwnSite, requireProtected } from '../http/guard/own-site.js';
import { ProgramOfCaller } from './program-of.js';
import { sessionView } from './session-view.js';

/** What all ways of signing in have in common at the door. */
@Injectable()
export class Welcome {
  constructor(
    private readonly signIn: SignIn,
    private readonly programs: ProgramOfCaller,
    @Inject(RECORDS) private readonly records: Records,
  ) {}

  /** Where browsers reach us. */
  originOf(request: FastifyRequest): string {
    return originOf(request, this.signIn.settings.address);
  }

  /**
   * Refuses to sign anybody in over an unprotected way, or because another site says so, which might
   * have them work under an account of its own.
   * @param anySite providers send browsers here from their own site
   * @throws HttpProblem `https-needed`, `cross-site`
   */
  requireWay(request: FastifyRequest, { anySite = false } = {}): void {
    requireProtected(request);
    if (anySite) return;
    requireOwnSite(request, { address: this.signIn.settings.address, untold: true });
  }

  /**
   * Whether whoever asks may read the terminal of the first start: they sit at this machine, and
   * nobody could sign in to the server's own program yet.
   * @param program where they want to sign in; absent: the server's own
   */
  async isFirstHere(request: FastifyRequest, program = DEFAULT_PROGRAM): Promise<boolean> {
    if (program !== DEFAULT_PROGRAM) return false;
    const { localAccounts, providers } = this.signIn.settings;
    if (!localAccounts || providers.length > 0 || !isLoopback(request.hostname)) return false;
    const { database } = this.records.foundation;
    return !(await database.inProgram(DEFAULT_PROGRAM, (tx) =>
      anybodySignsIn(tx, DEFAULT_PROGRAM),
    ));
  }

  /**
   * Gives the browser its session. One it had ends: nobody goes on with a secret that somebody else
   * may have put there.
   */
  async give(request: FastifyRequest, reply: FastifyReply, opened: OpenedSession): Promise<void> {
    const before = sessionIn(request);
    if (before !== undefined) await this.signIn.sessions.end(before);
    giveSession(reply, opened, this.records.foundation.clock.now());
  }

  /** Who somebody is. */
  async view(caller: Caller, signedIn: SignedIn | undefined) {
    return sessionView(caller, signedIn, await this.programs.look(caller));
  }

  /** Gives the browser its session, and says who it is. */
  async enter(request: FastifyRequest, reply: FastifyReply, opened: OpenedSession) {
    const signedIn = await this.signIn.sessions.find(opened.secret);
    // ended at this very moment
    if (!signedIn) throw new HttpProblem('unauthenticated', 'Your session is over. Sign in again.');
    await this.give(request, reply, opened);
    return this.view(signedIn.caller, signedIn);
  }
}
