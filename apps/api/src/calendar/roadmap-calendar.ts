import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { parseDue, type TargetStatus } from '#lib/domain';
import type { DatedTarget } from '#lib/projections';

const DAY_MS = 86_400_000;

/** What stands before the title of a target, by how it stands. */
const MARKS: Readonly<Record<TargetStatus, string>> = {
  done: 'Done: ',
  late: 'Late: ',
  'at-risk': 'At risk: ',
  'on-track': '',
  aim: '',
};

/**
 * A calendar of due dates: an all-day event for each target, on the last day of a rough date. It is
 * the same text as long as nothing changes but the clock, and names no people.
 * @source RFC 5545
 */
export function roadmapCalendar(
  program: string,
  name: string,
  targets: readonly DatedTarget[],
): string {
  const calendar = new ICalCalendar({
    name: escaped(name),
    prodId: { company: 'Waymark', product: 'Roadmap', language: 'EN' },
  });
  for (const target of targets) {
    const due = parseDue(target.due);
    if (!due) continue;
    const changedAt = new Date(lastChange(target));
    const { status } = target.state;
    calendar.createEvent({
      id: `${target.target}.${target.unit}.${program}@waymark`,
      sequence: target.moves.length,
      stamp: changedAt,
      lastModified: changedAt,
      start: new Date(due.lastDay * DAY_MS),
      end: new Date((due.lastDay + 1) * DAY_MS),
      allDay: true,
      timezone: 'UTC',
      summary: `${MARKS[status]}${target.title} – ${target.name}`,
      description: descriptionOf(target),
      categories: [{ name: status }],
      status:
        status === 'late' || status === 'at-risk'
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** When its plan changed last, or it was reached. */
function lastChange({ changedAt, state }: DatedTarget): number {
  return Math.max(changedAt, state.achievedOn ?? changedAt);
}

function descriptionOf({ unit, target, due, firstDue, moves, state }: DatedTarget): string {
  const { achievedOn } = state;
  const lines = [
    `Wanted by ${due}${firstDue !== null && firstDue !== due ? `, at first by ${firstDue}` : ''}.`,
    ...(moves.length > 0
      ? [`Moved ${moves.length === 1 ? 'once' : `${moves.length} times`}.`]
      : []),
    ...(achievedOn === undefined
      ? []
      : [`Reached on ${new Date(achievedOn).toISOString().slice(0, 10)}.`]),
    `Target ${target} of ${unit}.`,
  ];
  return lines.join('\n');
}

/** The name of a calendar is written as it is. */
function escaped(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/[\\;,]/g, (sign) => `\\${sign}`);
}
