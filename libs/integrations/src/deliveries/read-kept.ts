import type { Seals } from '#lib/event-log';
import { fromTimestamp } from '#lib/platform';
import { applyMapping } from '../mappings/apply-mapping.js';
import type { Reading } from '../mappings/finding.js';
import type { ToolDelivery } from '../mappings/tool-delivery.js';
import { Contents } from './content.js';
import type { DueRow } from './due-rows.js';
import type { Rules } from './mappings-in-force.js';

/** Reads deliveries that were kept, as rules look at them. */
export class KeptDeliveries {
  private readonly contents: Contents;

  constructor(seals: Pick<Seals, 'sealUnderMaster' | 'unsealBytesUnderMaster'>) {
    this.contents = new Contents(seals);
  }

  /**
   * What a mapping makes of a delivery.
   * @throws Error when this server did not seal it; MappingFaults
   */
  async read(
    program: string,
    row: Pick<DueRow, 'id' | 'source' | 'kind' | 'event' | 'received_at'>,
    sealed: Buffer,
    rules: Rules,
  ): Promise<Reading> {
    const { id, source, kind, event } = row;
    const content = await this.contents.open({ program, source, id }, sealed);
    if (!content) throw new Error('It was kept by a server with other secrets.');
    const payload = jsonOf(content.body);
    if (payload === undefined) return NOT_JSON;
    const delivery: ToolDelivery = {
      ...{ kind, event, headers: content.headers },
      payload,
      receivedAt: fromTimestamp(row.received_at),
    };
    return applyMapping(rules(), delivery);
  }
}

const NOT_JSON: Reading = {
  findings: [],
  remarks: ['The body is not JSON.'],
  ignored: 'The body is not JSON.',
};

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
