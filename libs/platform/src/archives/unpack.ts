import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { entriesOf, type ZipEntry } from './zip.js';

const inflate = promisify(inflateRaw) as (
  packed: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Buffer>;

/** An archive that is not unpacked: it is none, or damaged, or would become too large. */
export class ArchiveRefused extends Error {
  constructor(readonly why: 'no-archive' | 'damaged-or-large') {
    super(why);
  }
}

/**
 * The files of an archive, unpacked one after another; of all of them together never more than `most`
 * bytes, whatever the archive says of itself.
 * @throws ArchiveRefused
 */
export async function* unpacked(
  bytes: Uint8Array,
  most: number,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const entries = entriesOf(bytes);
  if (!entries) throw new ArchiveRefused('no-archive');
  let left = most;
  for (const entry of entries) {
    const content = await unpack(entry, left);
    if (content === undefined) throw new ArchiveRefused('damaged-or-large');
    left -= content.length;
    yield { name: entry.name, bytes: content };
  }
}

/** Undefined when it is not what its head says, or grows beyond what is left. */
async function unpack(entry: ZipEntry, left: number): Promise<Uint8Array | undefined> {
  if (entry.size > left) return undefined;
  if (entry.method === 'stored')
    return entry.packed.length === entry.size ? entry.packed : undefined;
  try {
    const content = await inflate(entry.packed, { maxOutputLength: Math.max(entry.size, 1) });
    return content.length === entry.size ? content : undefined;
  } catch {
    return undefined;
  }
}
