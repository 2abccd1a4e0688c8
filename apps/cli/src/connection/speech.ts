/** What has a key that somebody types. */
export type KeyKind = 'unit' | 'milestone' | 'model';

/** What things are called by whoever reads a refusal, and what they can do about it. */
export interface Speech {
  /** A part of the request that is at fault, before the fault: `--as-of: `. @param pointer `?asOf`, `/occurredAt` */
  readonly part: (pointer: string) => string;
  /** Where the keys of a kind are found. */
  readonly lists: Readonly<Record<KeyKind, string>>;
  /** The server does not know the key. */
  readonly keyUnknown: string;
  /** The key may not do it. */
  readonly mayNot: string;
  /** The server does not answer, or something else does. */
  readonly noServer: string;
}

const OPTIONS = /^\?(asOf|knownAt|limit|from|to|severity|state|rule|under|by|kind|tag|status)$/;

/** For people who type commands. */
export const TERMINAL_SPEECH: Speech = {
  part: (pointer) => {
    const option = OPTIONS.exec(pointer)?.[1];
    return option ? `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ` : '';
  },
  lists: {
    unit: 'waymark units lists those there are.',
    milestone: 'waymark models milestones lists those there are.',
    model: 'waymark models list lists those there are.',
  },
  keyUnknown: 'Sign in with another: waymark login',
  mayNot: 'waymark profiles shows with which key you are signed in.',
  noServer: 'Is it running, and is the address right? waymark profiles shows it.',
};

/** For assistants, who call tools with arguments. */
export const ASSISTANT_SPEECH: Speech = {
  part: (pointer) => {
    const argument = pointer.replace(/^[/?]|[{}]/g, '');
    return argument === '' ? '' : `${argument}: `;
  },
  lists: {
    unit: 'find_units finds the keys of units by words of their names.',
    milestone: 'find_milestones finds the keys of milestones by words of their titles.',
    model: 'standings and rollup name the models; call rollup without a model.',
  },
  keyUnknown: 'The person has to start the assistant with another key.',
  mayNot: 'The key of this assistant may not do that; a person with more rights can.',
  noServer: 'Tell the person that the server cannot be reached; it can be tried again later.',
};
