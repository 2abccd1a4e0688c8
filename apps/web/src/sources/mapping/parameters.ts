import type { Schemas } from '#lib/client';

type Known = Schemas['ReadyMadeRule']['with'];
type Parameter = Known[string];

/** A table while it is written: empty and doubled names are allowed meanwhile. */
export type Pairs = readonly (readonly [string, string])[];

/** What a form has of one parameter. */
export type Field = string | boolean | readonly string[] | Pairs | null;

/** Whether a parameter is a table, from what the tool says to keys. */
export const isTable = ({ type }: Parameter): boolean => type === 'units' || type === 'milestones';

/** The fields of a rule: what was said, else what holds when nothing is said. */
export function fieldsOf(
  known: Known,
  said: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Field>> {
  return Object.fromEntries(
    Object.entries(known).map(([name, parameter]) => [
      name,
      fieldOf(parameter, said[name] ?? parameter.default),
    ]),
  );
}

function fieldOf(parameter: Parameter, value: unknown): Field {
  if (isTable(parameter)) {
    return Object.entries((value ?? {}) as Readonly<Record<string, unknown>>).map(
      ([from, to]) => [from, String(to)] as const,
    );
  }
  if (parameter.type === 'texts') return Array.isArray(value) ? value.map(String) : [];
  if (parameter.type === 'flag') return value === true;
  return typeof value === 'string' ? value : null;
}

/** What is to be said of a rule: what differs from what holds anyway. */
export function saidOf(
  known: Known,
  fields: Readonly<Record<string, Field>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, parameter]) => {
      const value = valueOf(parameter, fields[name] ?? null);
      const same = JSON.stringify(value) === JSON.stringify(parameter.default ?? null);
      return same || value === null ? [] : [[name, value]];
    }),
  );
}

function valueOf(parameter: Parameter, field: Field): unknown {
  if (isTable(parameter)) {
    const pairs = (field ?? []) as Pairs;
    const whole = pairs.map(([from, to]) => [from.trim(), to]).filter(([from, to]) => from && to);
    return whole.length === 0 && parameter.default === undefined ? null : Object.fromEntries(whole);
  }
  if (typeof field !== 'string') return field;
  const text = parameter.type === 'text' ? field : field.trim();
  // a text that may be empty is said so by its default
  return text === '' && parameter.default !== '' ? null : text;
}

/** The parameters that have to be said and are not. */
export function missingOf(
  known: Known,
  fields: Readonly<Record<string, Field>>,
): readonly string[] {
  const said = saidOf(known, fields);
  return Object.entries(known)
    .filter(([name, parameter]) => parameter.default === undefined && said[name] === undefined)
    .map(([name]) => name);
}

/** How a parameter is called on the page: "Unit field" for `unitField`. */
export function labelOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A name for a rule that no other has. @param use such as `github/issue-labelled` */
export function freshId(use: string, taken: readonly unknown[]): string {
  const name = use.split('/').at(-1) ?? use;
  let id = name;
  for (let number = 2; taken.includes(id); number += 1) id = `${name}-${number}`;
  return id;
}
