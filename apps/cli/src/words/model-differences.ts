import type { Model } from '../catalogue.js';

/** One statement that differs between two versions of a model. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Where it stands, in words. */
  readonly what: string;
  /** Of a criterion or point: how the model calls it. */
  readonly id?: string;
  /** Of one that moved: its text, as it is now. */
  readonly says?: string;
  /** What it said; of one that moved, where it stood. */
  readonly before?: string;
  readonly after?: string;
}

interface Statement {
  readonly what: string;
  readonly id?: string;
  readonly text: string;
  /** What it asks for, as the model file writes it. */
  readonly asks: string;
  /** Where a criterion may move from and to. */
  readonly place?: string;
}

type Needs = Model['stages'][number]['needs'];
type Criterion = Model['stages'][number]['criteria'][number];

interface Group {
  readonly name: string;
  readonly items: readonly {
    readonly id: string;
    readonly says: string;
    readonly weight?: number;
  }[];
  readonly groups: readonly Group[];
}

/** What differs between two versions, statement by statement; criteria are told apart by their ids. */
export function differences(from: Model, to: Model): readonly Difference[] {
  const [before, after] = [statements(from), statements(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    between(before.get(key), after.get(key)),
  );
}

function between(old: Statement | undefined, now: Statement | undefined): readonly Difference[] {
  if (old === undefined || now === undefined) {
    const one = now ?? old;
    if (!one) return [];
    const text = whole(one);
    return [
      {
        ...headOf(one),
        ...(now ? { change: 'added', after: text } : { change: 'removed', before: text }),
      },
    ];
  }
  const head = headOf(now);
  const found: Difference[] = [];
  if (old.place !== undefined && now.place !== undefined && old.place !== now.place) {
    found.push({ ...head, change: 'moved', says: now.text, before: old.place, after: now.place });
  }
  if (old.asks !== now.asks) {
    found.push({ ...head, change: 'changed', before: whole(old), after: whole(now) });
  } else if (old.text !== now.text) {
    found.push({ ...head, change: 'changed', before: old.text, after: now.text });
  }
  return found;
}

const headOf = ({ what, id }: Statement) => ({ what, ...(id === undefined ? {} : { id }) });

const whole = ({ text, asks }: Statement) => (asks === '' ? text : `${text} [${asks}]`);

/** Every statement of a model by what tells it apart. */
function statements(model: Model): ReadonlyMap<string, Statement> {
  const all = new Map<string, Statement>();
  const add = (key: string, one: Statement) => {
    // an id that stands twice is told apart by its place
    all.set(all.has(key) ? `${key} ${one.what}` : key, one);
  };
  add('title', { what: 'title', text: model.title, asks: '' });
  for (const stage of model.stages) {
    const text = `${stage.ordinal} ${stage.name}, needs ${needs(stage.needs)}`;
    add(`stage ${stage.id}`, { what: `stage ${stage.id}`, text, asks: '' });
    for (const one of stage.criteria) {
      add(`in ${one.id}`, criterion(one, `${stage.id} / ${one.id}`, stage.name));
    }
  }
  for (const { id, name, levels } of model.dimensions) {
    add(`dimension ${id}`, { what: `dimension ${id}`, text: name, asks: '' });
    for (const { level, criteria } of levels) {
      for (const one of criteria) {
        add(`in ${one.id}`, criterion(one, `${name}, level ${level}`, `${name}, level ${level}`));
      }
    }
  }
  for (const one of model.items ?? []) add(`in ${one.id}`, criterion(one, `point ${one.id}`));
  for (const group of (model.groups ?? []) as readonly Group[]) addGroup(add, group, '');
  return all;
}

function addGroup(add: (key: string, one: Statement) => void, group: Group, above: string): void {
  const place = above === '' ? group.name : `${above}, ${group.name}`;
  for (const { id, says, weight = 1 } of group.items) {
    const text = weight === 1 ? says : `${says} (weighs ${weight})`;
    add(`in ${id}`, { what: place, id, text, asks: '', place });
  }
  for (const inner of group.groups) addGroup(add, inner, place);
}

function criterion(one: Criterion, what: string, place?: string): Statement {
  const text = `${one.says}${one.keyMove ? ' (key move)' : ''}${one.supporting ? ' (helps)' : ''}`;
  return {
    ...{ what, id: one.id, text, asks: JSON.stringify(one.when) },
    ...(place === undefined ? {} : { place }),
  };
}

function needs(given: Needs): string {
  return given === 'all' ? 'all' : `at least ${given.atLeast}`;
}

/** Both places of one that moved, without what they share: `level 1` to `level 2`. */
export function movedText(from: string, to: string): string {
  const [last, next] = [from.split(', ').at(-1) ?? from, to.split(', ').at(-1) ?? to];
  const within = from.slice(0, -last.length);
  return within !== '' && to === `${within}${next}`
    ? `moved from ${last} to ${next}`
    : `moved from "${from}" to "${to}"`;
}
