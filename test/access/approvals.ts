import { Client, type Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done } from './reads.js';

/** A program that asks for a second pair of eyes, and two of its office, neither of whose keys the other made. */
export class Eyes {
  private constructor(
    readonly api: TestApi,
    readonly admin: Client,
    readonly ada: Client,
    readonly grace: Client,
    private readonly clock: { ahead: number },
  ) {}

  static async open(): Promise<Eyes> {
    const clock = { ahead: 0 };
    const api = await startTestApi({
      worker: false,
      clock: { now: () => Date.now() + clock.ahead },
    });
    const admin = await api.newProgram('approvals');
    const units = [
      { unit: 'group', name: 'Group', kind: 'enterprise' },
      { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'group' },
      { unit: 'desk', name: 'Desk', kind: 'team', parent: 'emea' },
      { unit: 'apac', name: 'APAC', kind: 'region', parent: 'group' },
    ].map((unit) => ({ ...unit, occurredAt: '2008-01-01' }));
    await done(admin.post('/units', { units }));
    const keyed = async (name: string) => {
      const { key } = await done(admin.post('/keys', { name, role: 'program-office' }));
      return new Client(api.url, key);
    };
    return new Eyes(api, admin, await keyed('Ada'), await keyed('Grace'), clock);
  }

  /** A client with a new key that another one makes. */
  async keyOf(maker: Client, name: string, more: object = {}): Promise<Client> {
    const { key } = await done(maker.post('/keys', { name, role: 'program-office', ...more }));
    return new Client(this.api.url, key);
  }

  /** What the program wants approved from now on. */
  async ask(approvals: object): Promise<void> {
    await done(this.admin.put('/program', { name: 'Approvals', approvals }));
  }

  /** Proposes something. @returns the id @throws when it is no open proposal then */
  async propose(by: Client, body: object, path = 'waivers', unit = 'desk'): Promise<string> {
    const answer = await by.post(`/units/${unit}/${path}`, body);
    const { proposal } = answer.body;
    if (answer.status === 202 && proposal.state === 'open') return proposal.id;
    throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  }

  approve(by: Client, id: string, headers: Record<string, string> = {}) {
    return by.post(`/proposals/${id}/approval`, undefined, headers);
  }

  async events(unit = 'desk'): Promise<readonly Json[]> {
    const { items } = await done(this.admin.get(`/units/${unit}/history?limit=500`));
    return items.flatMap(({ event }: Json) => event ?? []);
  }

  async stateOf(id: string): Promise<string> {
    return (await done(this.admin.get(`/proposals/${id}`))).proposal.state;
  }

  /** A day so many days ago. */
  day(daysAgo: number): string {
    const at = Date.now() + this.clock.ahead - daysAgo * 86_400_000;
    return new Date(at).toISOString().slice(0, 10);
  }

  pass(ms: number): void {
    this.clock.ahead += ms;
  }
}

/** A waiver as it is sent. */
export const waiver = (reason: string) => ({ milestone: 'governance.established', reason });
