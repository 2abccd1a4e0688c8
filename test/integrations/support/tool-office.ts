import { type Answer, Client, type Json } from '../../e2e/support/client.js';
import { eventually } from '../../e2e/support/eventually.js';
import type { TestApi } from '../../e2e/support/test-api.js';
import type { ToolRequest } from './signing.js';

export const SECRET = 'a-secret-that-both-sides-know';

/** A program with one unit, and a tool that tells about it. */
export class ToolOffice {
  private constructor(
    readonly api: TestApi,
    readonly client: Client,
    readonly source: string,
  ) {}

  /** @param program also begins the name of its source */
  static async open(
    api: TestApi,
    program: string,
    kind: string,
    mapping: readonly unknown[],
    more: object = {},
  ): Promise<ToolOffice> {
    const client = await api.newProgram(program);
    const office = new ToolOffice(api, client, `${program}-tool`);
    done(await client.put('/units/care', { name: 'Care', kind: 'team', occurredAt: '2010-01-01' }));
    done(await office.put({ kind, secret: SECRET, mapping, ...more }));
    return office;
  }

  put(wish: object): Promise<Answer> {
    return this.client.put(`/sources/${this.source}`, wish);
  }

  /** Sends as a tool does: without a key. */
  send({ headers, body }: ToolRequest, query = ''): Promise<Answer> {
    const path = `/webhooks/${this.source}${query}`;
    return new Client(this.api.url).send('POST', path, body, { ...headers });
  }

  /** Waits until nothing of the source waits for the worker. */
  async workedOff(): Promise<Json> {
    return eventually(async () => {
      const { body } = await this.client.get(`/sources/${this.source}`);
      return body.health.received === 0 ? body : undefined;
    });
  }

  /** The stage of the unit in the model that the program follows. */
  async stage(unit = 'care'): Promise<number> {
    const { body } = await this.client.get(`/units/${unit}/standings`);
    return body.items.find(({ model }: Json) => model === 'lithium').stage.ordinal;
  }

  async events(): Promise<readonly Json[]> {
    const { body } = await this.client.get('/log?limit=500');
    return body.items.filter(({ source }: Json) => source === `urn:waymark:source:${this.source}`);
  }
}

export function done(answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}
