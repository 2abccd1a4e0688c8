import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { UnitLink } from '../../kit/unit-link.js';
import { useTitles } from '../../models/catalogue.js';
import { numberText } from '../../time/words.js';
import classes from './mapping.module.css';
import { labelOf } from './parameters.js';
import { isGiven } from './rule-words.js';

interface SaidProps {
  readonly given: Readonly<Record<string, unknown>>;
  readonly known: Schemas['ReadyMadeRule']['with'];
}

/** Of a table this many rows are shown. */
const SHOWN = 5;

/** What was said of a ready-made rule. */
export function Said({ given, known }: SaidProps): ReactElement | null {
  const entries = Object.entries(given);
  if (entries.length === 0) return null;
  return (
    <dl className={classes.says}>
      {entries.map(([name, value]) => (
        <Entry key={name} name={name} value={value} type={known[name]?.type} />
      ))}
    </dl>
  );
}

interface EntryProps {
  readonly name: string;
  readonly value: unknown;
  readonly type: string | undefined;
}

function Entry({ name, value, type }: EntryProps) {
  return (
    <>
      <dt>{labelOf(name)}</dt>
      <dd>
        {isGiven(value) ? (
          <Pairs pairs={Object.entries(value)} type={type} />
        ) : Array.isArray(value) ? (
          value.length > 0 ? (
            value.map(String).join(', ')
          ) : (
            'none'
          )
        ) : (
          <One value={value} type={type} />
        )}
      </dd>
    </>
  );
}

interface PairsProps {
  readonly pairs: readonly (readonly [string, unknown])[];
  readonly type: string | undefined;
}

function Pairs({ pairs, type }: PairsProps) {
  return (
    <>
      {pairs.slice(0, SHOWN).map(([from, to]) => (
        <div key={from}>
          {from} → <One value={to} type={type} />
        </div>
      ))}
      {pairs.length > SHOWN && `and ${numberText(pairs.length - SHOWN)} more`}
    </>
  );
}

function One({ value, type }: Pick<EntryProps, 'value' | 'type'>) {
  const titles = useTitles();
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  if (type === 'unit' || type === 'units') return <UnitLink unit={text} size="sm" />;
  if (type === 'milestone' || type === 'milestones') return titles.get(text) ?? text;
  return text === '' ? 'nothing' : text;
}
