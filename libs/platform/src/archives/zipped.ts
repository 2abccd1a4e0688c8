import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { CENTRAL, END, LOCAL } from './zip.js';

/** A file to be packed, in pieces. */
export interface Packing {
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** A file that was packed, as the directory at the end tells of it. */
interface Packed {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
}

const DESCRIPTOR = 0x08074b50;
/** Sizes follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980: when it was packed is nobody's concern. */
const DATE = 0x21;
const MOST_BYTES = 0xffffffff;
/** Texts of tables shrink to a tenth all the same, in half the time. */
const LEVEL = 3;

/**
 * An archive (ZIP), packed while it is read: no more of it is held than a piece.
 * @throws RangeError beyond 4 GB
 * @source PKWARE, APPNOTE.TXT 6.3.10
 */
export async function* zipped(
  files: Iterable<Packing> | AsyncIterable<Packing>,
): AsyncGenerator<Buffer> {
  const directory: Packed[] = [];
  let at = 0;
  for await (const { name, pieces } of files) {
    const [named, start] = [Buffer.from(name), at];
    const head = headOf(LOCAL, [VERSION, FLAGS, DEFLATED, 0, DATE], [0, 0, 0], [named.length, 0]);
    yield Buffer.concat([head, named]);
    let [crc, size, packed] = [0, 0, 0];
    const deflate = createDeflateRaw({ level: LEVEL });
    const counted = async function* () {
      for await (const piece of pieces) {
        const bytes = Buffer.from(piece);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    // whoever leaves early ends the reading; whatever fails is thrown below
    pipeline(Readable.from(counted()), deflate, () => undefined);
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      packed += chunk.length;
      yield chunk;
    }
    const descriptor = headOf(DESCRIPTOR, [], [crc, checked(packed), checked(size)], []);
    yield descriptor;
    at = checked(at + head.length + named.length + packed + descriptor.length);
    directory.push({ name: named, at: start, crc, size, packed });
  }
  const entries = Buffer.concat(directory.map(entryOf));
  yield entries;
  const count = directory.length;
  yield headOf(END, [0, 0, count, count], [entries.length, at], [0]);
}

function entryOf({ name, at, crc, size, packed }: Packed): Buffer {
  const sizes = [crc, packed, size];
  const numbers = [VERSION, VERSION, FLAGS, DEFLATED, 0, DATE];
  const head = headOf(CENTRAL, numbers, sizes, [name.length, 0, 0, 0, 0]);
  return Buffer.concat([head, numbersOf([], [0, at], []), name]);
}

/** A signature, then numbers of two, four and two bytes. */
function headOf(
  signature: number,
  twos: readonly number[],
  fours: readonly number[],
  more: readonly number[],
): Buffer {
  return Buffer.concat([numbersOf([], [signature], []), numbersOf(twos, fours, more)]);
}

function numbersOf(
  twos: readonly number[],
  fours: readonly number[],
  more: readonly number[],
): Buffer {
  const bytes = Buffer.alloc(2 * (twos.length + more.length) + 4 * fours.length);
  let at = 0;
  for (const two of twos) at = bytes.writeUInt16LE(two, at);
  for (const four of fours) at = bytes.writeUInt32LE(four, at);
  for (const two of more) at = bytes.writeUInt16LE(two, at);
  return bytes;
}

function checked(bytes: number): number {
  if (bytes > MOST_BYTES) throw new RangeError('The archive grows beyond 4 GB.');
  return bytes;
}
