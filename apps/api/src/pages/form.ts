import { escaped } from './page.js';

/** What the form held when it was refused, and why it was. */
export interface Refused {
  readonly fault: string;
  /** The field it is about; undefined: several, or none. */
  readonly field?: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

/** A field of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** HTML, escaped already. */
  readonly attributes: string;
  /** Whether it shows again what it held when the form was refused. */
  readonly keeps?: boolean;
  /** Whether a fault that is not about one field may be about this one. */
  readonly suspect?: boolean;
  /** Whether people begin here. */
  readonly first?: boolean;
}

const FAULT = 'fault';

/** Why the form was refused, where that is not about one field of it; empty when it was not. */
export function faultOf(refused: Refused | undefined, fields: readonly Field[]): string {
  if (!refused || fields.some(({ name }) => name === refused.field)) return '';
  return `<p class="fault" role="alert" id="${FAULT}">${escaped(refused.fault)}</p>`;
}

/** The fields with their labels, hints and faults, tied to each other for those who hear them. */
export function fieldsOf(fields: readonly Field[], refused: Refused | undefined): string {
  const faulty = fields.find(({ name }) => name === refused?.field)?.name;
  return fields.map((field) => fieldOf(field, { faulty, refused })).join('\n');
}

function fieldOf(
  { name, label, hint, attributes, keeps, suspect, first }: Field,
  {
    faulty,
    refused,
  }: { readonly faulty: string | undefined; readonly refused: Refused | undefined },
): string {
  const own = refused !== undefined && faulty === name;
  const general = refused !== undefined && faulty === undefined && suspect;
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(own ? [`${name}-${FAULT}`] : []),
    ...(general ? [FAULT] : []),
  ];
  const given = keeps ? refused?.form[name] : undefined;
  const more = [
    ...(described.length === 0 ? [] : [`aria-describedby="${described.join(' ')}"`]),
    ...(own || general ? ['aria-invalid="true"'] : []),
    ...(given === undefined ? [] : [`value="${escaped(given)}"`]),
    ...(own || (faulty === undefined && first) ? ['autofocus'] : []),
  ];
  return `<div class="field"><label for="${name}">${escaped(label)}</label>${
    hint === undefined ? '' : `<span class="hint" id="${name}-hint">${escaped(hint)}</span>`
  }<input id="${name}" name="${name}" ${[attributes, ...more].join(' ')}>${
    own ? `<p class="fault" role="alert" id="${name}-${FAULT}">${escaped(refused.fault)}</p>` : ''
  }</div>`;
}
