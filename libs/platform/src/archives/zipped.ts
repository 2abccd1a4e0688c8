import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file to be packed, in pieces. */
export interface Packing {
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** Texts of tables shrink to a tenth all the same, in half the time. When they were packed is nobody's concern. */
const HOW = { compressionLevel: 3, mtime: new Date(1980, 0, 2), forceDosTimestamp: true };

/**
 * An archive (ZIP), packed while it is read: no more of it is held than a piece. What fails while the
 * files are read fails the stream; who leaves the stream ends the reading.
 */
export function zipped(files: Iterable<Packing> | AsyncIterable<Packing>): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  pack(zip, files, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function pack(
  zip: ZipFile,
  files: Iterable<Packing> | AsyncIterable<Packing>,
  out: Readable,
): Promise<void> {
  for await (const { name, pieces } of files) {
    if (out.destroyed) return;
    const content = Readable.from(pieces);
    const leave = () => content.destroy();
    out.once('close', leave);
    zip.addReadStream(content, name, HOW);
    await finished(content);
    out.off('close', leave);
  }
  zip.end();
}
