/** What of a text from outside can be kept: so many characters, without NUL and halves of surrogate pairs. */
export function storable(text: string, longest: number): string {
  return text.slice(0, longest).toWellFormed().replaceAll('\0', '');
}
