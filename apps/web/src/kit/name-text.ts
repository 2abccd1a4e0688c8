/** What names of subscriptions and channels are made of. */
const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** What is wrong with a name for something new; null: nothing. @param taken those there are */
export function nameFault(name: string, taken: readonly string[]): string | null {
  if (!NAME.test(name)) return 'Lower-case letters, digits and “-”, at most 64, as board-room.';
  return taken.includes(name) ? 'There is one of this name already.' : null;
}
