import { promisify } from 'node:util';
import { gunzip, gzip, gzipSync } from 'node:zlib';
import type { Seals } from '#lib/event-log';

/** What of a delivery is kept under seal: it tells of people. */
export interface Content {
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or what came where that cannot be read. */
  readonly body: string;
}

/** A delivery by its name in the database. */
export interface DeliveryName {
  readonly program: string;
  readonly source: string;
  readonly id: string;
}

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];
/** Shorter ones are done before another thread would have begun. */
const SHORT = 65_536;

/** Keeps contents compressed and sealed under the master key of the server. */
export class Contents {
  constructor(private readonly seals: Pick<Seals, 'sealUnderMaster' | 'unsealBytesUnderMaster'>) {}

  async seal(name: DeliveryName, content: Content): Promise<Buffer> {
    const bytes = Buffer.from(JSON.stringify(content));
    const level = { level: 3 };
    const compressed = bytes.length < SHORT ? gzipSync(bytes, level) : await packed(bytes, level);
    return this.seals.sealUnderMaster(compressed, placeOf(name));
  }

  /** Undefined when this server did not seal it. */
  async open(name: DeliveryName, sealed: Buffer): Promise<Content | undefined> {
    const compressed = this.seals.unsealBytesUnderMaster(sealed, placeOf(name));
    if (compressed === undefined) return undefined;
    return JSON.parse((await unpacked(compressed)).toString('utf8')) as Content;
  }
}

function placeOf({ program, source, id }: DeliveryName): string {
  return `delivery ${program} ${source} ${id}`;
}
