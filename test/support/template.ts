/** The migrated database that the databases of spec files are copied from. */
export const TEMPLATE = 'waymark_template';

/** The same server and role, another database. */
export function urlFor(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
