/** Nothing in the program belongs to the one who is to be erased. */
export class NobodyToErase extends Error {
  readonly code = 'nobody-to-erase';
  constructor(readonly pointer: '/email' | '/person' | '/key') {
    super(
      'Nothing in this program belongs to them, or it was erased already. ?preview=true shows where others mention them.',
    );
  }
}

/** Whoever asks for an erasure is the one to be erased. */
export class OwnErasure extends Error {
  readonly code = 'own-erasure';
  constructor() {
    super('Nobody erases themselves: let another administrator do it, who stays to answer for it.');
  }
}
