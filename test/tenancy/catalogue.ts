import { ALLOWED } from './allowed.js';

/** Asks the database, past row-level security. */
export type Ask = <Row extends object>(sql: string) => Promise<Row[]>;

interface Table {
  readonly name: string;
  readonly partition: boolean;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly owner: string;
  /** Of the column `program_id`: type, collation and whether it may be null; null: no such column. */
  readonly program: string | null;
  /** What `waymark_app` may do there. */
  readonly granted: readonly string[];
}
interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly permissive: boolean;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}
interface Index {
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  /** Whether `program_id` comes first. */
  readonly first: boolean;
}

const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'bullmq')`;

const TABLES = `
SELECT c.relname AS name, c.relispartition AS partition, c.relrowsecurity AS secured,
       c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner,
       (SELECT concat_ws(' ', format_type(a.atttypid, a.atttypmod), co.collname,
                         CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END)
          FROM pg_attribute a LEFT JOIN pg_collation co ON co.oid = a.attcollation
         WHERE a.attrelid = c.oid AND a.attname = 'program_id' AND NOT a.attisdropped) AS program,
       ARRAY(SELECT x.privilege_type::text FROM aclexplode(c.relacl) x
              WHERE x.grantee IN (0, 'waymark_app'::regrole) ORDER BY 1) AS granted
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f', 'm') AND ${OURS} ORDER BY c.relname`;

const POLICIES = `
SELECT c.relname AS table, p.polname AS name, p.polcmd AS command, p.polpermissive AS permissive,
       ARRAY(SELECT CASE WHEN r = 0 THEN 'public' ELSE pg_get_userbyid(r)::text END
               FROM unnest(p.polroles) AS r) AS roles,
       pg_get_expr(p.polqual, c.oid) AS using, pg_get_expr(p.polwithcheck, c.oid) AS check
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid ORDER BY 1, 2`;

const INDEXES = `
SELECT c.relname AS table, i.relname AS name, x.indisunique OR x.indisexclusion AS unique,
       coalesce(a.attname = 'program_id', false) AS first
  FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
 WHERE ${OURS} AND NOT i.relispartition ORDER BY 2`;

const FOREIGN_KEYS = `
SELECT c.relname AS table, k.conname AS name,
       here.attname = 'program_id' AND there.attname = 'program_id' AS first
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute here ON here.attrelid = k.conrelid AND here.attnum = k.conkey[1]
  JOIN pg_attribute there ON there.attrelid = k.confrelid AND there.attnum = k.confkey[1]
 WHERE k.contype = 'f' AND k.conparentid = 0 AND ${OURS} ORDER BY 2`;

const OTHERS = `
SELECT c.relname AS name, c.relkind AS kind,
       coalesce('security_invoker=true' = ANY (c.reloptions)
             OR 'security_invoker=on' = ANY (c.reloptions), false) AS invoker
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('S', 'v', 'm') AND ${OURS} ORDER BY 1`;

const DEFINERS = `
SELECT p.proname AS name,
       EXISTS (SELECT FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%') AS settled,
       p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) x WHERE x.grantee = 0) AS public
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE p.prosecdef AND ${OURS} ORDER BY 1`;

const ROLE = `
SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = 'waymark_app'`;

/**
 * What of a migrated database does not keep programs apart, a line each; none: it does.
 * Asked of `pg_catalog` alone, so that nothing that a migration adds is overlooked.
 */
export async function faultsOf(ask: Ask): Promise<readonly string[]> {
  const tables = await ask<Table>(TABLES);
  const [role] = await ask<{ rolsuper: boolean; rolbypassrls: boolean; rolcanlogin: boolean }>(
    ROLE,
  );
  const used = new Set<string>();
  const allowed = (list: keyof typeof ALLOWED, name: string) => {
    used.add(`${list}.${name}`);
    return Object.hasOwn(ALLOWED[list], name);
  };
  const ofPrograms = new Set(
    tables.filter(({ program }) => program !== null).map(({ name }) => name),
  );
  const faults = [
    ...tables.flatMap((table) => tableFaults(table, allowed)),
    ...policyFaults(tables, await ask<Policy>(POLICIES), allowed),
    ...(await ask<Index>(INDEXES))
      .filter(({ table, first }) => ofPrograms.has(table) && !first)
      .filter(({ name, unique }) => unique || !allowed('lookups', name))
      .map(
        ({ name, unique }) => `${unique ? 'key' : 'index'} ${name} does not begin with program_id`,
      ),
    ...(await ask<{ name: string; first: boolean }>(FOREIGN_KEYS))
      .filter(({ first }) => !first)
      .map(({ name }) => `foreign key ${name} does not begin with program_id on both sides`),
    ...(await ask<{ name: string; kind: string; invoker: boolean }>(OTHERS)).flatMap((one) => {
      if (one.kind === 'S') return allowed('sequences', one.name) ? [] : [`sequence ${one.name}`];
      return one.kind === 'v' && one.invoker ? [] : [`view ${one.name} sees what its owner sees`];
    }),
    ...(await ask<{ name: string; settled: boolean; public: boolean }>(DEFINERS)).flatMap((one) => [
      ...(allowed('definers', one.name) ? [] : [`function ${one.name} sees what its owner sees`]),
      ...(one.settled ? [] : [`function ${one.name} looks names up where its caller says`]),
      ...(one.public ? [`function ${one.name} may be called by everybody`] : []),
    ]),
    ...(role && (role.rolsuper || role.rolbypassrls || role.rolcanlogin)
      ? ['role waymark_app may do more than work']
      : []),
  ];
  return [...faults, ...needless(used)];
}

type Allowed = (list: keyof typeof ALLOWED, name: string) => boolean;

function tableFaults(table: Table, allowed: Allowed): readonly string[] {
  const { name, program, granted } = table;
  if (program === null) {
    return allowed('tables', name) ? [] : [`table ${name} has no program_id`];
  }
  const more = granted.filter((one) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(one));
  return [
    ...(program === 'text C not null' ? [] : [`table ${name}: its program_id is "${program}"`]),
    ...(table.secured ? [] : [`table ${name}: row-level security is off`]),
    ...(table.forced ? [] : [`table ${name}: its owner is past row-level security`]),
    ...(table.owner === 'waymark_app' ? [`table ${name}: waymark_app owns it`] : []),
    ...more.map((one) => `table ${name}: waymark_app may ${one}`),
    ...(table.partition && granted.length > 0
      ? [`table ${name}: a partition is reached past the table it is of`]
      : []),
  ];
}

const HELD = "(program_id = current_setting('waymark.program'::text, true))";

function policyFaults(
  tables: readonly Table[],
  policies: readonly Policy[],
  allowed: Allowed,
): readonly string[] {
  const owners = new Map(tables.map(({ name, owner }) => [name, owner]));
  const missing = tables
    .filter(({ program, partition }) => program !== null && !partition)
    .filter(({ name }) => !policies.some((one) => one.table === name && one.name === 'of_program'))
    .map(({ name }) => `table ${name}: no policy of_program`);
  const wrong = policies.filter((policy) => {
    const { table, name, command, permissive, roles, using, check } = policy;
    if (name === 'of_program') {
      const holds = [using, check].every((one) => one === HELD || one?.startsWith(`(${HELD} AND `));
      return !(permissive && command === '*' && roles.join() === 'public' && holds);
    }
    return !(
      name === 'of_owner' &&
      command === 'r' &&
      roles.join() === owners.get(table) &&
      allowed('ownerReads', table)
    );
  });
  return [
    ...missing,
    ...wrong.map(({ table, name }) => `table ${table}: the policy ${name} opens it`),
  ];
}

function needless(used: ReadonlySet<string>): readonly string[] {
  return Object.entries(ALLOWED).flatMap(([list, names]) =>
    Object.keys(names)
      .filter((name) => !used.has(`${list}.${name}`))
      .map((name) => `${name} is allowed among the ${list} and not there`),
  );
}
