/** Neither control characters, nor such as turn the direction of what follows. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** A text as it can be printed. */
export const printable = (text: string): string =>
  text.replaceAll('\t', ' ').replace(UNPRINTABLE, '');
