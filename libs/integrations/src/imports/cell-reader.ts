import type { z } from 'zod';
import {
  Email,
  Kind,
  MilestoneKeyText,
  ModelIdText,
  Name,
  OccurredAt,
  Prose,
  Tag,
  TargetKeyText,
  text,
  UnitKeyText,
  WebLink,
} from '#lib/contracts';
import { type Owner, parseOccurrence } from '#lib/domain';
import type { Sought } from '#lib/recording';
import type { Field } from './columns.js';
import { type Order, readDate } from './sheet-dates.js';
import type { SheetRow } from './sheet-table.js';

const SHAPES = {
  unit: UnitKeyText,
  /** What a unit's key shall be. */
  newUnit: UnitKeyText,
  milestone: MilestoneKeyText,
  model: ModelIdText,
  target: TargetKeyText,
  name: Name,
  title: text(300),
  kind: Kind,
  tag: Tag,
  prose: Prose,
  email: Email,
  link: WebLink,
} as const;
type Shape = keyof typeof SHAPES;

/** What is wrong with the cell of a field. */
export interface CellFault {
  readonly field: Field;
  readonly message: string;
  /** What is said of several that differ in what they name only. */
  readonly like?: string;
  /** Where a key should stand and something else does, a name perhaps. */
  readonly sought?: Sought;
}

/** Lists in one cell are parted by these. */
const LIST_MARKS = /[,;\n]/;
const MOST_IN_LIST = 50;

/** Spreadsheets show what begins so as it is only behind an apostrophe, which is no part of it. */
const ESCAPED = /^'(?=[=+\-@\t\r])/;

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Whether a text has the form of a unit's key. */
export const isUnitKey = (given: string): boolean => UnitKeyText.safeParse(given).success;

/** The key that a text is, whatever its capitals; undefined: it is none. */
export const unitKeyIn = (given: string): string | undefined =>
  [given, given.toLowerCase()].find(isUnitKey);

/** Whether a text has the form of a milestone's key. */
export const isMilestoneKey = (given: string): boolean => MilestoneKeyText.safeParse(given).success;

/** Reads the cells of one row by what they should hold, and keeps what is wrong with them. */
export class CellReader {
  readonly faults: CellFault[] = [];

  constructor(
    private readonly row: SheetRow,
    private readonly at: ReadonlyMap<Field, number>,
    private readonly order: Order,
    /** By names that stand where keys should, the keys, empty where several have one; see `nameOf`. */
    private readonly named: ReadonlyMap<string, string> = NOBODY,
  ) {}

  /** Undefined where the cell is blank, or its column is not there. */
  text(field: Field, shape: Shape): string | undefined {
    const given = this.#cell(field);
    return given === '' ? undefined : this.#key(field, shape, given);
  }

  /** A text that must be there; empty where it is not, which is a fault. */
  needed(field: Field, shape: Shape): string {
    const given = this.#cell(field);
    if (given !== '') return this.#key(field, shape, given) ?? '';
    this.fault(field, 'The cell is blank. Fill it in, or take the row out.');
    return '';
  }

  /** The items of a cell that holds several. */
  list(field: Field, shape: Shape): readonly string[] | undefined {
    const items = this.#cell(field)
      .split(LIST_MARKS)
      .map((item) => item.trim());
    const filled = items.filter((item) => item !== '');
    if (filled.length === 0) return undefined;
    if (filled.length > MOST_IN_LIST) this.fault(field, `At most ${MOST_IN_LIST} of them.`);
    return filled
      .slice(0, MOST_IN_LIST)
      .flatMap((item) => this.#checked(field, SHAPES[shape], item) ?? []);
  }

  /** A date as the log takes it. */
  date(field: Field): string | undefined {
    const given = this.#cell(field);
    if (given === '') return undefined;
    const read = readDate(given, this.order);
    if (!('date' in read)) {
      this.fault(field, read.message, { like: read.like });
      return undefined;
    }
    const date = this.#checked(field, OccurredAt, read.date);
    if (date === undefined || parseOccurrence(date)) return date;
    const like = 'It is not a date that exists.';
    this.fault(field, `${shown(given)} is not a date that exists.`, { like });
    return undefined;
  }

  neededDate(field: Field): string {
    if (this.#cell(field) === '')
      this.fault(field, 'When was it? Give a day, month, quarter or year.');
    return this.date(field) ?? '';
  }

  /** One of some words, as `read` knows them. */
  word<Word>(
    field: Field,
    read: (text: string) => Word | undefined,
    fault: string,
  ): Word | undefined {
    const given = this.#cell(field);
    if (given === '') return undefined;
    const word = read(given);
    if (word === undefined) {
      const message = `"${given.slice(0, 50)}" is not read here. ${fault}`;
      this.fault(field, message, { like: `It is not read here. ${fault}` });
    }
    return word;
  }

  neededWord<Word>(
    field: Field,
    read: (text: string) => Word | undefined,
    fault: string,
  ): Word | undefined {
    if (this.#cell(field) === '') this.fault(field, `The cell is blank. ${fault}`);
    return this.word(field, read, fault);
  }

  /** Name and address go together. */
  owner(): Owner | undefined {
    const [name, email] = [this.text('ownerName', 'name'), this.text('ownerEmail', 'email')];
    if (name !== undefined && email !== undefined) return { name, email };
    const missing = name === undefined ? 'ownerName' : 'ownerEmail';
    // one that cannot be read is not missing
    if ((name !== undefined || email !== undefined) && this.#cell(missing) === '') {
      this.fault(
        missing,
        'An owner has a name and an e-mail address. Give both, or leave both blank.',
      );
    }
    return undefined;
  }

  fault(
    field: Field,
    message: string,
    { like, sought }: { readonly like?: string; readonly sought?: Sought | undefined } = {},
  ): void {
    this.faults.push({
      ...{ field, message },
      ...(sought ? { sought } : {}),
      // keys that are not there are looked for one by one
      ...(like === undefined || sought ? {} : { like }),
    });
  }

  #cell(field: Field): string {
    const column = this.at.get(field);
    return column === undefined ? '' : (this.row.cells[column] ?? '').replace(ESCAPED, '');
  }

  #key(field: Field, shape: Shape, given: string): string | undefined {
    const sought = soughtAs(shape, given);
    if (!sought) return this.#checked(field, SHAPES[shape], given);
    if (shape === 'newUnit') {
      return this.#checked(field, SHAPES[shape], unitKeyIn(given) ?? given, sought);
    }
    if (SHAPES[shape].safeParse(given).success) return given;
    const key = this.named.get(`${sought.kind} ${given}`);
    if (key !== undefined && key !== '') return key;
    const { none, several } = NO_KEY[sought.kind];
    this.fault(field, `${shown(given)} ${key === '' ? several : none}`, { sought });
    return undefined;
  }

  #checked(
    field: Field,
    shape: z.ZodType<string>,
    given: string,
    sought?: Sought,
  ): string | undefined {
    const parsed = shape.safeParse(given);
    if (parsed.success) return parsed.data;
    const like = parsed.error.issues[0]?.message ?? 'It is not read here.';
    const message = `${shown(given)}: ${like}`;
    this.fault(field, message, { like, sought });
    return undefined;
  }
}

const NO_KEY = {
  unit: {
    none: 'is neither the key nor the name of a unit.',
    several: 'is what several units are called. Write the key of one.',
  },
  milestone: {
    none: 'is neither the key nor the title of a milestone.',
    several: 'is what several milestones are called. Write the key of one.',
  },
} as const;

/** A cell as it is told. */
function shown(given: string): string {
  const text = given.length > 60 ? `${given.slice(0, 60)}…` : given;
  return `"${text.toWellFormed().replaceAll('\0', '')}"`;
}

function soughtAs(shape: Shape, written: string): Sought | undefined {
  if (shape === 'milestone') return { kind: 'milestone', written };
  return shape === 'unit' || shape === 'newUnit' ? { kind: 'unit', written } : undefined;
}
