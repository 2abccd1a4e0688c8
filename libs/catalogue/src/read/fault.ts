/** What is wrong in a model or dictionary file, and what to do about it. */
export interface Fault {
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** RFC 6901 JSON pointer to the place; empty for the file as a whole. */
  readonly pointer: string;
  readonly message: string;
}

/** Keys and indexes from the top of a file to a place in it. */
export type Path = readonly (string | number)[];

/** A place and what is wrong there; `onKey` means the key itself, not its value. */
export interface Finding {
  readonly path: Path;
  readonly onKey?: boolean;
  /** A function where finding the words costs something: only those that are listed are asked. */
  readonly message: string | (() => string);
}

export function messageOf({ message }: Finding): string {
  return typeof message === 'string' ? message : message();
}

/** Faults listed at most; one more says how many there are beyond. */
export const MOST_FAULTS = 200;

/** An RFC 6901 JSON pointer. */
export function pointerOf(path: Path): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** One line for people: `file:line:column pointer message`. */
export function faultLine(fault: Fault): string {
  const place = [fault.file, fault.line, fault.column].filter((part) => part !== undefined);
  return [place.join(':'), fault.pointer, fault.message].filter(Boolean).join(' ');
}
