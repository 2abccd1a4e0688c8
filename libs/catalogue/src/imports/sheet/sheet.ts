import type { Dictionary, MilestoneKey } from '#lib/domain';
import { nearest } from '../../nearest.js';
import type { WrittenMilestone } from '../../schema/milestone.schema.js';
import type { WrittenCriterion, WrittenModel, WrittenNeeds } from '../../schema/model.schema.js';
import { MilestoneKeyText } from '../../schema/words.js';
import type { DraftModel } from '../draft.js';
import type { Called } from '../dsomm/models.js';
import { extensionOf, type ImportFile, wholeFile } from '../import-file.js';
import { Ids, line, LONGEST, plain } from '../texts.js';
import type { Spot, Trouble } from '../trouble.js';
import { readCsv } from './csv.js';
import { rowsOf, type SheetRow } from './rows.js';
import { Table } from './table.js';
import { readWorkbook } from './workbook.js';

const SHEETS = ['csv', 'tsv', 'txt', 'xlsx'];

/**
 * Reads a sheet of stages, criteria, milestones and key moves as a model of gates.
 * @param known what others define: entries that the sheet only names
 */
export async function fromSheet(
  files: readonly ImportFile[],
  called: Called,
  known: (model: string) => Dictionary,
  trouble: Trouble,
): Promise<{ readonly models: readonly DraftModel[]; readonly passedOver: readonly string[] }> {
  const [sheet, other] = files.filter(({ path }) => SHEETS.includes(extensionOf(path)));
  const passedOver = files.filter((file) => file !== sheet).map(({ path }) => path);
  if (!sheet || other) {
    const message = 'A model is one sheet: send one file that ends in .csv, .tsv or .xlsx.';
    trouble.addFaults([wholeFile(other?.path ?? files[0]?.path, message)]);
    return { models: [], passedOver };
  }
  const isWorkbook = extensionOf(sheet.path) === 'xlsx';
  const table = isWorkbook
    ? await readWorkbook(sheet.path, sheet.bytes)
    : readCsv(sheet.path, sheet.bytes);
  if (!(table instanceof Table)) {
    trouble.addFaults([table]);
    return { models: [], passedOver };
  }
  const name = (sheet.path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');
  const id = called.id ?? new Ids().of(name);
  const title = called.title ?? line(name, LONGEST.title) ?? id;
  const draft = new Sheet(table, known(id), trouble).draft(id, title);
  return { models: trouble.faults.length === 0 ? [draft] : [], passedOver };
}

interface StageInMaking {
  readonly id: string;
  readonly name: string;
  readonly spot: Spot;
  motto?: string;
  needs?: WrittenNeeds;
  readonly criteria: (WrittenCriterion & { readonly spot: Spot })[];
}

/** Builds a model row by row. */
class Sheet {
  readonly #stages = new Map<string, StageInMaking>();
  readonly #entries = new Map<string, { readonly entry: WrittenMilestone; readonly spot: Spot }>();
  readonly #stageIds = new Ids();
  readonly #criterionIds = new Ids();
  readonly #titles: ReadonlyMap<string, MilestoneKey>;

  constructor(
    private readonly table: Table,
    private readonly known: Dictionary,
    private readonly trouble: Trouble,
  ) {
    this.#titles = new Map([...known.values()].map((entry) => [wordsOf(entry.title), entry.key]));
  }

  draft(id: string, title: string): DraftModel {
    let stage: StageInMaking | undefined;
    for (const row of rowsOf(this.table, this.trouble)) {
      const name = line(row.text('stage'), LONGEST.title);
      if (name !== undefined) stage = this.#stage(name, row);
      if (stage) this.#read(row, stage);
      else row.fault('stage', 'Name the stage that this row belongs to.');
    }
    if (!stage && this.trouble.faults.length === 0) {
      this.trouble.fault(
        { in: this.table, path: [0, 0] },
        'There is no stage below the head. Add rows.',
      );
    }
    return this.#whole(id, title);
  }

  #stage(name: string, { row }: SheetRow): StageInMaking {
    const kept = this.#stages.get(wordsOf(name));
    if (kept) return kept;
    const before = wordsOf(name) === 'none' ? 'stage-' : '';
    const stage = { id: this.#stageIds.of(name, before), name, spot: this.#at(row), criteria: [] };
    this.#stages.set(wordsOf(name), stage);
    return stage;
  }

  #read(row: SheetRow, stage: StageInMaking): void {
    const motto = line(row.text('motto'), 500);
    if (motto) stage.motto ??= motto;
    this.#needs(row, stage);
    const says = plain(row.text('criterion'), LONGEST.prose);
    const written = row.text('milestone');
    if (written === '') {
      if (says) row.fault('milestone', 'Name the milestone that shows it, such as hub.launched.');
      return;
    }
    const key = this.#titles.get(wordsOf(written)) ?? written;
    const held = this.known.get(key as MilestoneKey);
    const form = held ? undefined : MilestoneKeyText.safeParse(key).error?.issues[0]?.message;
    if (form !== undefined) {
      row.fault('milestone', this.#noMilestone(written, form));
      return;
    }
    const statement = says ?? held?.title;
    if (statement === undefined) {
      row.fault('criterion', 'Say what must be true, in words for people.');
      return;
    }
    this.#define(row, key, statement);
    stage.criteria.push({
      id: this.#criterionIds.of(key),
      says: statement,
      when: { milestone: key },
      ...(row.flag('keymove') ? { keyMove: true } : {}),
      ...(row.flag('supporting') ? { supporting: true } : {}),
      spot: this.#at(row.row),
    });
  }

  /** What is neither a key nor a title that is known. */
  #noMilestone(written: string, form: string): string {
    const entries = [...this.known.values()];
    const near = nearest(written, [
      ...entries.map((entry) => entry.title),
      ...entries.map((entry) => entry.key),
    ]);
    const meant = near === undefined ? form : `Did you mean "${near}"?`;
    return `The dictionary has no milestone "${written.slice(0, 100)}". ${meant}`;
  }

  #needs(row: SheetRow, stage: StageInMaking): void {
    const written = row.text('needs').toLowerCase();
    if (written === '') return;
    if (written !== 'all' && !/^[1-9]\d{0,2}$/.test(written)) {
      row.fault('needs', 'Write `all`, or how many of the criteria are needed.');
    } else stage.needs ??= written === 'all' ? 'all' : { atLeast: Number(written) };
  }

  /** What others define is theirs; what nobody knows is defined here. */
  #define(row: SheetRow, key: string, statement: string): void {
    const means = plain(row.text('means'), LONGEST.prose);
    if (this.known.has(key as MilestoneKey)) {
      if (means) row.warn('means', `"${key}" is in the dictionary already; what it means stays.`);
      return;
    }
    if (this.#entries.has(key)) return;
    const title = line(row.text('title'), LONGEST.title) ?? line(statement, LONGEST.title) ?? key;
    const entry = { key, title, means: means ?? statement };
    this.#entries.set(key, { entry, spot: this.#at(row.row) });
  }

  #whole(id: string, title: string): DraftModel {
    const origins = new Map<string, Spot>();
    const stages = [...this.#stages.values()].map(({ spot, criteria, ...stage }, index) => {
      origins.set(`/stages/${index}`, spot);
      const written = criteria.map(({ spot: at, ...criterion }, place) => {
        origins.set(`/stages/${index}/criteria/${place}`, at);
        return criterion;
      });
      return { ...stage, ...(written.length > 0 ? { criteria: written } : {}) };
    });
    const milestones = [...this.#entries.values()].map(({ entry, spot }, index) => {
      origins.set(`/milestones/${index}`, spot);
      return entry;
    });
    const written: WrittenModel = {
      ...{ id, version: 1, title, policy: 'gates', stages },
      ...(milestones.length > 0 ? { milestones } : {}),
    };
    return { written, origins };
  }

  #at(row: number): Spot {
    return { in: this.table, path: [row, 0] };
  }
}

function wordsOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
