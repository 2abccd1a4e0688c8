import type { Command, Option } from 'commander';
import type { KeyKind } from '../connection/speech.js';

/** What may come next, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly means: string;
}

/** What may come next: words that are known here, and keys that the server knows. */
export interface Next {
  readonly words: readonly Candidate[];
  readonly keys: KeyKind | undefined;
}

const KEYS: Readonly<Record<string, KeyKind>> = {
  unit: 'unit',
  under: 'unit',
  parent: 'unit',
  milestone: 'milestone',
  achieve: 'milestone',
  lapse: 'milestone',
  model: 'model',
};

/** @param words those typed after the program's name; the last is the one to complete, and may be empty */
export function nextOf(program: Command, words: readonly string[]): Next {
  const typed = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  const { command, positionals, pending } = walk(program, typed);
  const inline = /^(--[a-z-]+)=/.exec(current)?.[1];
  const wanting = pending ?? (inline ? optionOf(command, inline) : undefined);
  if (wanting) return valuesOf(wanting);
  if (current.startsWith('-')) return { words: optionsOf(command), keys: undefined };
  const below = command.commands.filter((one) => !hidden(one));
  const argument =
    command.registeredArguments[positionals] ??
    (command.registeredArguments.at(-1)?.variadic ? command.registeredArguments.at(-1) : undefined);
  return {
    words: [
      ...(positionals === 0 ? below : []).map((one) => ({
        word: one.name(),
        means: one.summary() || one.description(),
      })),
      ...(argument?.argChoices ?? []).map((word) => ({ word, means: '' })),
    ],
    keys: argument ? KEYS[argument.name()] : undefined,
  };
}

const hidden = (command: Command) => command.name().startsWith('__');

/** The command that the words lead to, how many arguments it has by now, and the option that waits for its value. */
function walk(program: Command, typed: readonly string[]) {
  let command = program;
  let positionals = 0;
  let pending: Option | undefined;
  for (const word of typed) {
    if (pending) {
      pending = undefined;
      continue;
    }
    if (word.startsWith('-')) {
      const option = optionOf(command, word);
      pending = option && (option.required || option.optional) ? option : undefined;
      continue;
    }
    const below =
      positionals === 0 ? command.commands.find((one) => one.name() === word) : undefined;
    if (below) command = below;
    else positionals += 1;
  }
  return { command, positionals, pending };
}

/** Options of the command and of those above it. */
function reachable(command: Command): readonly Option[] {
  return [...command.options, ...(command.parent ? reachable(command.parent) : [])];
}

const optionOf = (command: Command, flag: string) =>
  reachable(command).find(({ long, short }) => long === flag || short === flag);

function optionsOf(command: Command): readonly Candidate[] {
  return [
    ...reachable(command).map(({ long, short, description }) => ({
      word: long ?? short ?? '',
      means: description,
    })),
    { word: '--help', means: 'how it is used' },
  ];
}

function valuesOf(option: Option): Next {
  return {
    words: (option.argChoices ?? []).map((word) => ({ word, means: '' })),
    keys: KEYS[option.attributeName()],
  };
}
