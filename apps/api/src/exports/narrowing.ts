import type { z } from 'zod';
import type { Caller } from '#lib/access';
import type { ExportTableQuery } from '#lib/contracts';
import { checked } from '../http/checked.js';
import { kindsIn } from '../http/event-kinds.js';
import { pointIn } from '../http/times.js';
import { type Narrowing, said } from './export-wish.js';

type Asked = Omit<z.output<typeof ExportTableQuery>, 'bom'>;

/** What an export is narrowed by, of what was asked. @throws HttpProblem `invalid` for types and times that are none */
export function narrowingOf(asked: Asked, caller: Caller): Narrowing {
  const { asOf, knownAt, from, to, type, settled, assignee, actor, ...others } = asked;
  return checked<Narrowing>(
    said({
      ...others,
      ...{ asOf: pointIn(asOf, '?asOf'), knownAt: pointIn(knownAt, '?knownAt') },
      ...{ from: pointIn(from, '?from'), to: pointIn(to, '?to'), type: kindsIn(type) },
      settled: settled === undefined ? undefined : settled === 'true',
      assignee: assignee === 'me' ? caller.id : assignee === 'nobody' ? null : assignee,
      actor: actor === 'me' ? caller.id : actor,
    }),
  );
}
