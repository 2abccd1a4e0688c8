import { randomBytes } from 'node:crypto';

const RANDOM = { pool: Buffer.alloc(0), used: 0 };
const last = { at: 0, count: 0 };

/** 10 bytes of a pool, since asking the system for each id costs more than making the id. */
function randomTen(): Buffer {
  if (RANDOM.used + 10 > RANDOM.pool.length) {
    RANDOM.pool = randomBytes(4000);
    RANDOM.used = 0;
  }
  RANDOM.used += 10;
  return RANDOM.pool.subarray(RANDOM.used - 10, RANDOM.used);
}

/**
 * A UUIDv7: 48 bits of milliseconds, a 12-bit counter, 62 random bits. Those of one process sort in
 * the order they were made, also when the clock is set back.
 * @source RFC 9562, section 5.7 and section 6.2, method 1
 */
export function newId(now: number = Date.now()): string {
  if (now > last.at) {
    last.at = now;
    last.count = 0;
  } else {
    last.count += 1;
    if (last.count > 0xfff) {
      last.at += 1;
      last.count = 0;
    }
  }
  const bytes = Buffer.from(randomTen());
  bytes.writeUInt16BE(0x7000 | last.count, 0);
  bytes[2] = 0x80 | ((bytes[2] as number) & 0x3f);
  const hex = last.at.toString(16).padStart(12, '0') + bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
