import type { YamlFile } from '../read/yaml-file.js';
import { readDocuments } from '../read/yaml-file.js';
import { extensionOf, IMPORT_LIMITS, type ImportFile } from './import-file.js';
import type { Spot, Trouble } from './trouble.js';

/** One YAML document of a file that somebody else wrote; every value is a text. */
export interface ForeignDocument {
  readonly path: string;
  readonly value: unknown;
  readonly spot: Spot;
}

const YAML = ['yaml', 'yml'];

/** Reads the YAML files among some. @returns their documents, and the paths of files of other kinds */
export function readForeign(
  files: readonly ImportFile[],
  trouble: Trouble,
): { readonly documents: readonly ForeignDocument[]; readonly others: readonly string[] } {
  const wanted = files.filter(({ path }) => YAML.includes(extensionOf(path)));
  const documents = wanted.flatMap(({ path, bytes }) => {
    const read = readDocuments(bytes, path, IMPORT_LIMITS.tokens);
    if (!read.ok) {
      trouble.addFaults(read.faults);
      return [];
    }
    return read.documents.map((file: YamlFile) => ({
      path,
      value: file.value,
      spot: { in: file, path: [] },
    }));
  });
  const read = new Set(wanted.map(({ path }) => path));
  return { documents, others: files.map(({ path }) => path).filter((path) => !read.has(path)) };
}

/** A map as written; undefined when something else stands there. */
export function mapOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Record<string, unknown>) : undefined;
}

/** A list of texts, of which one alone may stand without a list; what is empty is left out. */
export function textsOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

/** A number written as one; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'string' && /^(\d+(\.\d*)?|\.\d+)$/.test(value.trim())
    ? Number(value)
    : undefined;
}
