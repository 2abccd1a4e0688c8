/**
 * What the law of tenancy lets pass, each with its reason. An entry that nothing needs any more is a
 * fault as well.
 */
export const ALLOWED = {
  /** Tables that belong to no program. */
  tables: {
    migration: 'which migrations ran, kept by TypeORM',
    shared_model: 'hashes of the models that every program sees; nothing of a program',
  },
  /** Numbers that all programs would draw from one place. */
  sequences: { migration_id_seq: 'of the table of migrations' },
  /** Indexes that do not begin with the program: they find it out, and are not unique. */
  lookups: {
    access_key_secret: 'whose key is this',
    access_key_previous: 'whose key was this until it was rotated',
    calendar_link_token: 'whose calendar is this',
    source_named: 'whose delivery could this be',
  },
  /** Functions that see past row-level security, since they are asked before a program is known. */
  definers: {
    waymark_programs: 'which programs there are, and how far their logs go',
    waymark_access_key: 'whose key is this',
    waymark_calendar_link: 'whose calendar is this',
    waymark_sources_named: 'whose delivery could this be',
    waymark_erasures: 'which erasures the register must hold; ids alone',
    waymark_bi_enter: 'which program does this login read',
    waymark_bi_units: 'reads the one program of a login, entered first',
    waymark_bi_standings: 'reads the one program of a login, entered first',
    waymark_bi_milestones: 'reads the one program of a login, entered first',
    waymark_bi_targets: 'reads the one program of a login, entered first',
    waymark_bi_alerts: 'reads the one program of a login, entered first',
    waymark_forget_audit: 'removes what is over of the trail of its own program',
  },
  /** Tables whose owner reads all rows, for those functions. */
  ownerReads: {
    feed_head: 'waymark_programs',
    access_key: 'waymark_access_key',
    calendar_link: 'waymark_calendar_link',
    source: 'waymark_sources_named',
    erasure: 'waymark_erasures',
    bi_reader: 'waymark_bi_enter',
  },
} satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
