import type { How } from './channel.js';
import type { NoticeRow } from './due-messages.js';
import type { NoticeSeverity } from './message.js';

type Told = Pick<NoticeRow, 'name' | 'severity'>;

/** What a message is about in a few words, the gravest first: "1 critical, 3 more". */
export function titleOf(told: readonly Told[], { mode }: How): string {
  const [first] = told;
  if (mode === 'digest') return `${counted(told)} since the last digest`;
  return told.length === 1 && first ? alone(first) : counted(told);
}

function alone({ name, severity }: Told): string {
  if (name === null) return 'a notice';
  if (severity === 'critical') return `critical news of ${name}`;
  return severity === 'warning' ? `a warning about ${name}` : `news of ${name}`;
}

function counted(told: readonly Told[]): string {
  const of = (wanted: NoticeSeverity) => told.filter(({ severity }) => severity === wanted).length;
  const [critical, warnings] = [of('critical'), of('warning')];
  if (critical > 0) return `${critical} critical${andMore(told.length - critical)}`;
  if (warnings > 0) {
    return `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}${andMore(told.length - warnings)}`;
  }
  return told.length === 1 ? '1 thing happened' : `${told.length} things happened`;
}

function andMore(count: number): string {
  return count === 0 ? '' : `, ${count} more`;
}
