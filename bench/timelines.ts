import { builtIns } from '#lib/catalogue';
import {
  type AnyEvent,
  Evaluator,
  type EventId,
  foldFacts,
  type MilestoneKey,
  type UnitKey,
} from '#lib/domain';
import { inTurn, median, milliseconds, random, ratio, report } from './measure.js';

const DAY = 86_400_000;
const START = Date.UTC(2015, 0, 1);
const UNIT = 'emea' as UnitKey;
const ROUNDS = 50;

/** Timelines of one unit with 200 facts in nine models: from scratch, and for one more fact. */
export async function timelines(): Promise<void> {
  const { models, dictionary } = builtIns();
  const keys = [...dictionary.keys()];
  const events = facts(keys, 200);
  const readAll = (log: readonly AnyEvent[], read: ReadonlySet<string>) => {
    const evaluator = new Evaluator(dictionary, foldFacts(log));
    for (const model of models) if (read.has(model.id)) evaluator.timeline(model, UNIT);
  };
  const all = new Set<string>(models.map(({ id }) => id));
  const last = events[events.length - 1] as AnyEvent;
  const touched = new Set(
    models
      .filter((model) => JSON.stringify(model).includes(`"${keyOf(last)}"`))
      .map(({ id }) => id),
  );
  for (let warm = 0; warm < 100; warm++) readAll(events, all);
  const [scratch = [], more = []] = await inTurn(ROUNDS, [
    () => milliseconds(() => readAll(events, all)),
    () => milliseconds(() => readAll(events, touched)),
  ]);
  report(`200 facts, ${all.size} models, from scratch`, `${median(scratch).toFixed(2)} ms`);
  report(`one more fact (${touched.size} models read it)`, `${median(more).toFixed(2)} ms`);
  report('one more fact ÷ from scratch', ratio(more, scratch).toFixed(2));
}

function keyOf(event: AnyEvent): MilestoneKey | undefined {
  return 'milestone' in event.data ? event.data.milestone : undefined;
}

function facts(keys: readonly MilestoneKey[], count: number): AnyEvent[] {
  const next = random(2012);
  const events: AnyEvent[] = [];
  const add = (type: AnyEvent['type'], at: number, body: object) => {
    const position = events.length + 1;
    events.push({
      id: `e${position}` as EventId,
      position,
      type,
      unit: UNIT,
      occurredAt: new Date(at).toISOString(),
      effectiveAt: at,
      recordedAt: at,
      data: body,
    } as unknown as AnyEvent);
  };
  add('unit.registered', START, { name: 'EMEA', kind: 'region', parent: null });
  for (let index = 0; index < count; index++) {
    const milestone = keys[Math.floor(next() * keys.length)];
    const type = next() < 0.8 ? 'milestone.achieved' : 'milestone.lapsed';
    add(type, START + Math.floor(next() * 3650) * DAY, { milestone });
  }
  return events;
}
