/** The embedded PostgreSQL cannot run; the message says what to do. */
export class EmbeddedPostgresError extends Error {
  readonly code = 'embedded-postgres';
}
