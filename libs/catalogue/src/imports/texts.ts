/** Control characters other than line ends. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** How long the texts of a model may be. @source models/README.md */
export const LONGEST = { title: 200, prose: 5000, category: 100 } as const;

/** A text as a model file can hold it, cut where it is too long; undefined when nothing is left of it. */
export function plain(text: unknown, longest: number): string | undefined {
  if (typeof text !== 'string') return undefined;
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL, ' ').split('\n');
  const whole = lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  if (whole === '') return undefined;
  return whole.length <= longest
    ? whole
    : `${whole.slice(0, longest - 1).trimEnd()}…`.toWellFormed();
}

/** A text of one line. */
export function line(text: unknown, longest: number): string | undefined {
  return plain(typeof text === 'string' ? text.replaceAll(/\s+/g, ' ') : text, longest);
}

const LONGEST_ID = 64;

/** Makes ids of names, each once: `Build and Deployment` becomes `build-and-deployment`. */
export class Ids {
  readonly #taken = new Set<string>();

  of(name: string, before = ''): string {
    const word = name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\u0300-\u036f]/g, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const wanted = `${before}${word || 'x'}`;
    for (let count = 1; ; count++) {
      const end = count === 1 ? '' : `-${count}`;
      const id = `${wanted.slice(0, LONGEST_ID - end.length)}${end}`;
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      return id;
    }
  }
}
