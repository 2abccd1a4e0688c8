import { Inject, Injectable } from '@nestjs/common';
import { type Flow, SignInRefused } from '#lib/access';
import { Seals } from '#lib/event-log';
import { RECORDS, type Records } from '#lib/recording';

/** A sign-in that has gone to a provider, and where it leads. */
export interface BegunFlow {
  readonly flow: Flow;
  readonly returnTo: string;
}

const PLACE = 'sign-in flow';
const LASTS_MS = 600_000;

/**
 * Sign-ins under way. They lie sealed in the browser that began them, so that any process can finish
 * them, and no other browser.
 */
@Injectable()
export class Flows {
  private readonly seals: Seals;

  constructor(@Inject(RECORDS) private readonly records: Records) {
    this.seals = new Seals(records.foundation.secrets.masterKey);
  }

  /** What the browser is to remember. */
  seal(flow: Flow, returnTo: string): string {
    const until = this.records.foundation.clock.now() + LASTS_MS;
    const text = JSON.stringify({ flow, returnTo, until });
    return this.seals.sealUnderMaster(text, PLACE).toString('base64url');
  }

  /**
   * What it has remembered of a sign-in with a provider.
   * @throws SignInRefused when it remembers none, or not long enough ago
   */
  open(sealed: string | undefined, provider: string): BegunFlow {
    const text = this.seals.unsealUnderMaster(Buffer.from(sealed ?? '', 'base64url'), PLACE);
    if (text !== undefined) {
      const begun = JSON.parse(text) as BegunFlow & { readonly until: number };
      const inTime = begun.until > this.records.foundation.clock.now();
      if (inTime && begun.flow.provider === provider) return begun;
    }
    throw new SignInRefused(
      'This sign-in was not begun in this browser, or too long ago. Begin anew.',
    );
  }
}
