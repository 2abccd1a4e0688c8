/** No such import of the program. */
export class UnknownImport extends Error {
  readonly code = 'import-unknown';
  constructor(readonly id: string) {
    super(`There is no import "${id}". GET /imports lists them.`);
  }
}

/** An import that is not over cannot be undone. */
export class ImportUnderWay extends Error {
  readonly code = 'import-under-way';
  constructor(readonly id: string) {
    super(`The import "${id}" is still under way. GET /imports/${id} tells when it is over.`);
  }
}
