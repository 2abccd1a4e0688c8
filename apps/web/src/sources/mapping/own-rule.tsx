import { Code } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTitles } from '../../models/catalogue.js';
import { countText } from '../../time/words.js';
import classes from './mapping.module.css';
import { type Piece, RECORD_TEXTS, type RuleWords, ruleWords } from './rule-words.js';

const NOT_SAID = <i>not said yet</i>;

/** A rule that is written out: when it applies, and what it records then. */
export function OwnRule({
  rule,
}: {
  readonly rule: Readonly<Record<string, unknown>>;
}): ReactElement {
  const words = ruleWords(rule);
  const { when, each, record, unit, occurredAt, due, note, evidence } = words;
  return (
    <dl className={classes.says}>
      <Line term="When">{when.length > 0 ? all(when) : NOT_SAID}</Line>
      {each && (
        <Line term="For each">
          of <Cel>{each}</Cel>
        </Line>
      )}
      <Line term="Then">
        {record ? `record that ${RECORD_TEXTS[record] ?? record}: ` : 'record '}
        <Milestone milestone={words.milestone} />
        {due && (
          <>
            {' '}
            by <Cel>{due}</Cel>
          </>
        )}
      </Line>
      <Line term="About">
        {unit.length === 0
          ? NOT_SAID
          : unit.map(({ by, cel }, index) => (
              <span key={by}>
                {index > 0 && ', else '}
                the unit {by === 'key' ? 'with the key' : 'that the tool calls'} <Cel>{cel}</Cel>
              </span>
            ))}
      </Line>
      <Line term="Dated">{occurredAt ? <Cel>{occurredAt}</Cel> : NOT_SAID}</Line>
      {(note ?? evidence > 0) && (
        <Line term="With">
          {note && (
            <>
              the note <Cel>{note}</Cel>
              {evidence > 0 && ' and '}
            </>
          )}
          {evidence > 0 && countText(evidence, 'link as evidence', 'links as evidence')}
        </Line>
      )}
    </dl>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

const Cel = ({ children }: { readonly children: string }) => <Code>{children}</Code>;

const all = (pieces: readonly Piece[]) =>
  pieces.map((piece, index) => (
    <span key={'words' in piece ? piece.words : piece.cel}>
      {index > 0 && ' and '}
      {'words' in piece ? piece.words : <Cel>{piece.cel}</Cel>}
    </span>
  ));

function Milestone({ milestone }: Pick<RuleWords, 'milestone'>) {
  const titles = useTitles();
  if (!milestone) return NOT_SAID;
  if ('key' in milestone) return <strong>{titles.get(milestone.key) ?? milestone.key}</strong>;
  return (
    <>
      the milestone that <Cel>{milestone.cel}</Cel> names
    </>
  );
}
