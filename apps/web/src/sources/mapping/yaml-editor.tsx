import { Anchor, Text } from '@mantine/core';
import { type ReactElement, type Ref, useId, useImperativeHandle, useRef } from 'react';
import type { PlacedFault } from './draft.js';
import classes from './mapping.module.css';
import { quoted } from './quoted.js';

/** What can be asked of an editor. */
export interface YamlEditorHandle {
  /** Shows a line, from 1, and puts the caret into it; the last one for what lies beyond. */
  readonly show: (line: number) => void;
}

interface YamlEditorProps {
  readonly handle: Ref<YamlEditorHandle>;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly faults: readonly PlacedFault[];
  readonly warnings: readonly PlacedFault[];
}

const FEWEST_LINES = 12;
const LINE_PX = 20;

/** A text with its lines numbered; what is wrong with it is marked beside its line and listed below. */
export function YamlEditor(props: YamlEditorProps): ReactElement {
  const { handle, label, value, onChange, faults, warnings } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const lines = value.split('\n');
  const faulty = new Set(faults.map(({ line }) => line));
  const show = (wanted: number) => {
    // what the field has now: a rule may just have been added to it
    const now = (field.current?.value ?? value).trimEnd().split('\n');
    const line = Math.min(wanted, now.length);
    const from = now.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(from, from + (now[line - 1] ?? '').length);
    box.current?.scrollTo({ top: Math.max(0, (line - 4) * LINE_PX) });
    box.current?.scrollIntoView({ block: 'nearest' });
  };
  useImperativeHandle(handle, () => ({ show }));
  return (
    <div>
      <Text component="label" htmlFor={id} size="sm" fw={500} display="block" mb={4}>
        {label}
      </Text>
      <div ref={box} className={classes.editor} data-faulty={faults.length > 0 || undefined}>
        <div className={classes.lines} aria-hidden>
          {lines.map((_, index) => (
            <span key={index} data-fault={faulty.has(index + 1) || undefined}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={field}
          id={id}
          className={classes.text}
          rows={Math.max(FEWEST_LINES, lines.length)}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          value={value}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-faults`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </div>
      <ul id={`${id}-faults`} className={classes.faults} aria-label="What is wrong with it">
        {[...faults, ...warnings].map((one) => (
          <li key={`${one.pointer} ${one.message}`}>
            <Text size="sm" {...(faults.includes(one) ? { c: 'var(--mantine-color-error)' } : {})}>
              <Anchor
                component="button"
                type="button"
                inherit
                fw={600}
                c="inherit"
                underline="always"
                onClick={() => show(one.line)}
              >
                Line {one.line}
              </Anchor>
              {faults.includes(one) ? ': ' : ', to be looked at: '}
              {quoted(one.message)}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
