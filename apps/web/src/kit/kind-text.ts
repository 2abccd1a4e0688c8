/** The kind of a unit in words: kinds are keys, written with hyphens. */
export const kindText = (kind: string): string => kind.replaceAll('-', ' ');
