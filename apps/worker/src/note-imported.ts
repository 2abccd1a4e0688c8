import type { AuditTrail } from '#lib/access';
import type { OnImported } from '#lib/integrations';

/** Notes long imports when they are recorded or undone, as the api notes short ones. */
export function noteImported(trail: Pick<AuditTrail, 'note'>): OnImported {
  return async (tx, { program, actor, kind }, { id, counts, ...ended }) => {
    const by = { kind, id: actor.subject };
    if (ended.state === 'undone') {
      const about = { import: id, events: ended.undo?.taken ?? 0 };
      await trail.note(program, { action: 'import.undone', outcome: 'done', actor: by, about }, tx);
      return;
    }
    if (ended.state !== 'recorded' || counts.new + counts.changed === 0) return;
    const about = { import: id, kind: ended.kind, new: counts.new, changed: counts.changed };
    await trail.note(program, { action: 'import.made', outcome: 'done', actor: by, about }, tx);
  };
}
