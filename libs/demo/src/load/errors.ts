/** The program of the demo holds what the demo did not put there. */
export class DemoProgramTaken extends Error {
  readonly code = 'demo-program-taken';
  constructor(program: string) {
    super(
      `There is a program "${program}" that the demo did not make, or that an earlier version of Waymark left unfinished. It is left as it is: set WAYMARK_DATA_DIR to another folder for a demo of its own.`,
    );
  }
}

/** The demo is asked for, and not loaded to its end. */
export class DemoNotReady extends Error {
  readonly code = 'demo-not-ready';
  constructor() {
    super('The demo is not loaded yet. POST /api/v1/demo loads it; GET says when it is ready.');
  }
}

/** Somebody else records in the program of the demo while it is loaded. */
export class DemoBeingLoaded extends Error {
  readonly code = 'demo-being-loaded';
  constructor() {
    super('Another process loads the demo into the same database. Wait for it and start again.');
  }
}
