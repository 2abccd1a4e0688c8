/** A file within an archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly packed: Uint8Array;
  /** Unpacked, as the archive says. */
  readonly size: number;
}

/** What begins the end of an archive, an entry of its directory, and a file in it. */
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 1_000;

/**
 * The files of an archive by its central directory; undefined when it is none, or one of a kind that
 * workbooks are not (encrypted, split, beyond 4 GB).
 * @source PKWARE, APPNOTE.TXT 6.3.10
 */
export function entriesOf(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    if (end === undefined) return undefined;
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) return undefined;
    const entries: ZipEntry[] = [];
    for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
      if (view.getUint32(at, true) !== CENTRAL) return undefined;
      const entry = entryAt(bytes, view, at);
      if (!entry) return undefined;
      entries.push(entry);
      const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      at += 46 + lengths.reduce((sum, length) => sum + length, 0);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const nameLength = view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  if (encrypted || (method !== 0 && method !== 8)) return undefined;
  if (view.getUint32(local, true) !== LOCAL) return undefined;
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (begin + packedSize > bytes.byteLength) return undefined;
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: method === 0 ? 'stored' : 'deflated',
    packed: bytes.subarray(begin, begin + packedSize),
    size,
  };
}
