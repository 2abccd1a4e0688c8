/** What is wrong at a place of a mapping, and what to do about it. */
export interface MappingFault {
  /** RFC 6901 pointer, from the list of rules. */
  readonly pointer: string;
  readonly message: string;
}

/** A mapping that cannot be used, with all that is wrong with it. */
export class MappingFaults extends Error {
  readonly code = 'mapping-invalid';

  constructor(readonly faults: readonly MappingFault[]) {
    const [first] = faults;
    super(first ? `${first.pointer} ${first.message}` : 'The mapping cannot be used.');
    this.name = 'MappingFaults';
  }
}
