/** No such import of the program. */
export class UnknownImport extends Error {
  readonly code = 'import-unknown';
  constructor(readonly id: string) {
    super(`There is no import "${id}". GET /imports lists them.`);
  }
}
