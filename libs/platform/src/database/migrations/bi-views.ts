/** The end of what is known: rows that are known to be so now. */
const KNOWN = 'known_until = 9007199254740991';

interface BiView {
  /** Columns as they are shown, with their types. */
  readonly columns: string;
  readonly select: string;
}

/** What programs for reports read: one program’s present knowledge, and no text that is sealed. */
const VIEWS: Readonly<Record<string, BiView>> = {
  units: {
    columns:
      'unit text, name text, kind text, parent text, tags text[], models text[], retired boolean',
    select: 'SELECT u.unit, u.name, u.kind, u.parent, u.tags, u.models, u.retired FROM unit u',
  },
  standings: {
    columns: `unit text, model text, model_version integer, stage smallint, levels smallint[],
      mean double precision, score double precision, checked smallint, total smallint,
      valid_from timestamptz, valid_until timestamptz, current boolean`,
    select: `SELECT s.unit, s.model, s.version, s.ordinal, s.levels, s.mean, s.score, s.checked, s.total,
      s.valid_from, s.valid_until, s.valid_from <= now() AND now() < s.valid_until
      FROM standing s WHERE s.${KNOWN}`,
  },
  milestones: {
    columns: `id uuid, unit text, milestone text, fact text, degree double precision, outcome text,
      occurred_at text, effective_at timestamptz, recorded_at timestamptz, retracted boolean`,
    select: `SELECT e.id, e.unit, e.data ->> 'milestone', replace(e.type, 'milestone.', ''),
      coalesce((e.data ->> 'degree')::double precision,
               CASE WHEN e.type = 'milestone.achieved' THEN 1 END), e.data ->> 'outcome',
      e.occurred_at, e.effective_at, e.recorded_at, waymark_bi_retracted(e.program_id, e.unit, e.id)
      FROM event e
      WHERE e.type IN ('milestone.achieved', 'milestone.lapsed', 'milestone.assessed', 'milestone.waived')`,
  },
  targets: {
    columns: `unit text, target text, kind text, milestone text, model text, stage text, dimension text,
      level integer, share double precision, due text, first_due text, set_at timestamptz, changed_at timestamptz`,
    select: `SELECT t.unit, t.target, t.goal ->> 'kind', t.goal ->> 'milestone', t.goal ->> 'model',
      t.goal ->> 'stage', t.goal ->> 'dimension', (t.goal ->> 'level')::integer,
      (t.goal ->> 'share')::double precision, t.due, t.first_due, t.set_at, t.changed_at
      FROM target t WHERE t.${KNOWN}`,
  },
  alerts: {
    columns: `id uuid, rule text, severity text, unit text, opened_at timestamptz,
      closed_at timestamptz, summary text`,
    select:
      'SELECT a.id, a.rule, a.severity, a.unit, a.opened_at, a.closed_at, a.summary FROM alert a',
  },
};

/** Which login reads which program, and how it comes in: row-level security then holds it there. */
const ENTRY = `
-- logins of the database that read one program for reports
CREATE TABLE bi_reader (
  program_id text COLLATE "C" NOT NULL,
  login text COLLATE "C" NOT NULL,
  PRIMARY KEY (program_id, login)
);
`;

const FUNCTIONS = `
DO $$ BEGIN
  EXECUTE format('CREATE POLICY of_owner ON bi_reader FOR SELECT TO %I USING (true)', current_user);
END $$;

-- whoever is logged in reads their own program, whatever they have set themselves
CREATE FUNCTION waymark_bi_enter() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = SCHEMA, pg_temp
  AS $$
  DECLARE mine text[] := ARRAY(SELECT program_id FROM bi_reader WHERE login = session_user);
  BEGIN
    IF cardinality(mine) <> 1 THEN
      RAISE insufficient_privilege USING MESSAGE =
        format('The role %s is not let in to one program. See docs/exports.md.', session_user);
    END IF;
    PERFORM set_config('waymark.program', mine[1], true), set_config('waymark.generation', '', true);
  END $$;
REVOKE EXECUTE ON FUNCTION waymark_bi_enter() FROM PUBLIC;

-- a retraction may be retracted itself, and then no longer counts
CREATE FUNCTION waymark_bi_retracted(program text, of_unit text, fact uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = SCHEMA, pg_temp
  AS $$
  BEGIN
    RETURN EXISTS (SELECT FROM event r WHERE r.program_id = program AND r.unit = of_unit
      AND r.type = 'event.retracted' AND r.data ->> 'event' = fact::text
      AND NOT waymark_bi_retracted(program, of_unit, r.id));
  END $$;
REVOKE EXECUTE ON FUNCTION waymark_bi_retracted(text, text, uuid) FROM PUBLIC;

CREATE SCHEMA bi;
`;

/** Lets a login that exists read one program, and nothing else. */
const ADMIT = `
CREATE FUNCTION waymark_bi_admit(reader text, program text) RETURNS void
  LANGUAGE plpgsql SET search_path = SCHEMA, pg_temp
  AS $$
  DECLARE one text;
  BEGIN
    PERFORM set_config('waymark.program', program, true);
    IF NOT EXISTS (SELECT FROM program p WHERE p.program_id = program) THEN
      RAISE invalid_parameter_value USING MESSAGE = format('There is no program "%s".', program);
    END IF;
    IF EXISTS (SELECT FROM bi_reader b WHERE b.login = reader AND b.program_id <> program) THEN
      RAISE invalid_parameter_value USING MESSAGE =
        format('The role %s reads another program already. Make one for each.', reader);
    END IF;
    INSERT INTO bi_reader (program_id, login) VALUES (program, reader) ON CONFLICT DO NOTHING;
    EXECUTE format('GRANT USAGE ON SCHEMA bi TO %I', reader);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA bi TO %I', reader);
    FOREACH one IN ARRAY ARRAY[${Object.keys(VIEWS)
      .map((name) => `'${name}'`)
      .join(', ')}] LOOP
      EXECUTE format('GRANT EXECUTE ON FUNCTION waymark_bi_%s() TO %I', one, reader);
    END LOOP;
  END $$;
REVOKE EXECUTE ON FUNCTION waymark_bi_admit(text, text) FROM PUBLIC;
`;

/** The table of readers; it is held to programs before the functions are made. */
export const BI_TABLES = ENTRY;

/**
 * What a view is: a function that enters the program first, and a view that shows what it gives.
 * Readers may make temporary tables: were these not looked for last, they could pass for ours.
 * @param schema the quoted schema of our tables
 */
export function biViews(schema: string): string {
  const parts = [FUNCTIONS, ...Object.entries(VIEWS).map(viewOf), ADMIT];
  return parts.join('\n').replaceAll('= SCHEMA, pg_temp', () => `= ${schema}, pg_temp`);
}

function viewOf([name, { columns, select }]: readonly [string, BiView]): string {
  return `
CREATE FUNCTION waymark_bi_${name}() RETURNS TABLE (${columns})
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = SCHEMA, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM waymark_bi_enter();
    RETURN QUERY ${select};
  END $$;
REVOKE EXECUTE ON FUNCTION waymark_bi_${name}() FROM PUBLIC;
CREATE VIEW bi.${name} WITH (security_invoker = true) AS SELECT * FROM waymark_bi_${name}();`;
}
