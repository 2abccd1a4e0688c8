import type { AuditTrail } from '#lib/access';
import type { OnImported } from '#lib/integrations';

/** Notes long imports when they are recorded, as the api notes short ones. */
export function noteImported(trail: Pick<AuditTrail, 'note'>): OnImported {
  return async (tx, { program, actor, kind }, { id, counts, ...ended }) => {
    if (ended.state !== 'recorded' || counts.new + counts.changed === 0) return;
    const about = { import: id, kind: ended.kind, new: counts.new, changed: counts.changed };
    const by = { kind, id: actor.subject };
    await trail.note(program, { action: 'import.made', outcome: 'done', actor: by, about }, tx);
  };
}
