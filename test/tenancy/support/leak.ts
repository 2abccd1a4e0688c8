import type { Database, Tx } from '#lib/platform';

/** A database that can be told to mistake one program for another, as one would that forgot whose turn it is. */
export class Leak {
  /** The program whose work is done in another, and which. */
  mistaken: { readonly program: string; readonly as: string } | undefined;

  /** The database, mistaking programs while it is told to. */
  in(database: Database): Database {
    const inProgram: Database['inProgram'] = (program, work, options) => {
      const { mistaken } = this;
      if (mistaken?.program !== program) return database.inProgram(program, work, options);
      const swapped = (tx: Tx): Tx => ({
        query: (sql, parameters) =>
          tx.query(
            sql,
            parameters?.map((one) => (one === program ? mistaken.as : one)),
          ),
      });
      return database.inProgram(mistaken.as, (tx) => work(swapped(tx)), options);
    };
    return new Proxy(database, {
      get: (_, name) => {
        if (name === 'inProgram') return inProgram;
        const member: unknown = Reflect.get(database, name, database);
        return typeof member === 'function' ? member.bind(database) : member;
      },
    });
  }
}
