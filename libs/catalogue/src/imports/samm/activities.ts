import type { WrittenMilestone } from '../../schema/milestone.schema.js';
import { mapOf, numberOf, textsOf } from '../foreign.js';
import { line, LONGEST, plain } from '../texts.js';
import type { Spot } from '../trouble.js';
import type { Samm, SammRecord } from './read-samm.js';

/** One activity of SAMM with its place in the whole, and the milestone that it becomes. */
export interface SammActivity {
  readonly function: SammRecord;
  readonly practice: SammRecord;
  readonly stream: SammRecord;
  /** 1, 2 or 3. */
  readonly level: number;
  /** As SAMM names it, such as `I-SB-1-A`. */
  readonly code: string;
  readonly entry: WrittenMilestone;
  readonly spot: Spot;
}

/** The milestone of an activity, by the name that SAMM gives it. */
export function sammKey(code: string): string {
  return `samm.${code.toLowerCase()}`;
}

/** Every activity with what it is joined to; faults where a join leads nowhere. */
export function sammActivities(samm: Samm): readonly SammActivity[] {
  const questions = questionsOf(samm);
  const codes = new Set<string>();
  return samm.all('activity').flatMap((record) => {
    const stream = samm.named(record, 'stream', 'stream');
    const practice = stream && samm.named(stream, 'practice', 'practice');
    const business = practice && samm.named(practice, 'function', 'function');
    const level = levelOf(samm, record);
    if (!stream || !business || level === undefined) return [];
    const code = codeOf(business, practice, level, stream);
    if (!/^[A-Z]-[A-Z0-9]{1,8}-\d-[A-Z]$/.test(code)) {
      const wanted = 'the practice a `shortName` such as SB, and the stream a `letter`';
      samm.fault(record, `This activity would be called "${code}". Give ${wanted}.`, 'id');
      return [];
    }
    if (codes.has(code)) samm.fault(record, `Another activity is ${code} as well.`, 'id');
    codes.add(code);
    const asked = questions.get(record.id) ?? [];
    if (asked.length === 0) samm.warn(record, 'No question asks for this activity.');
    const entry = entryOf(record, practice, code, asked);
    return [{ function: business, practice, stream, level, code, entry, spot: record.spot }];
  });
}

function levelOf(samm: Samm, record: SammRecord): number | undefined {
  const practiceLevel = samm.named(record, 'level', 'practiceLevel');
  const level = practiceLevel && samm.named(practiceLevel, 'maturitylevel', 'level');
  if (!level) return undefined;
  const { number, level: told, order } = level.fields;
  const named = /(\d)\.[a-z]+$/i.exec(level.path)?.[1];
  const which = [number, told, order, named].map(numberOf).find((one) => one !== undefined);
  if (which !== undefined && [1, 2, 3].includes(which)) return which;
  samm.fault(level, 'A maturity level has a `number`: 1, 2 or 3.', 'number');
  return undefined;
}

function codeOf(
  business: SammRecord,
  practice: SammRecord,
  level: number,
  stream: SammRecord,
): string {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().toUpperCase() : '');
  const letter = text(business.fields.name).slice(0, 1);
  return [letter, text(practice.fields.shortname), level, text(stream.fields.letter)].join('-');
}

interface Question {
  readonly text: string | undefined;
  readonly quality: readonly string[];
  /** What an answer is worth, with its words. */
  readonly answers: readonly { readonly value: number; readonly text: string }[];
}

/** The questions of each activity. */
function questionsOf(samm: Samm): ReadonlyMap<string, readonly Question[]> {
  const answers = new Map(
    samm.all('answerSet').map((record) => [record.id, answersOf(samm, record)]),
  );
  const asked = new Map<string, Question[]>();
  for (const record of samm.all('question')) {
    const activity = samm.named(record, 'activity', 'activity');
    const set = samm.named(record, 'answerset', 'answerSet');
    if (!activity || !set) continue;
    const question = {
      text: plain(record.fields.text, LONGEST.prose),
      quality: textsOf(record.fields.quality).flatMap((one) => line(one, 1000) ?? []),
      answers: answers.get(set.id) ?? [],
    };
    asked.set(activity.id, [...(asked.get(activity.id) ?? []), question]);
  }
  return asked;
}

function answersOf(samm: Samm, record: SammRecord): Question['answers'] {
  const { values } = record.fields;
  if (!Array.isArray(values)) {
    samm.fault(record, 'The answers go here as a list of `text` and `value`.', 'values');
    return [];
  }
  return values.flatMap((given: unknown, index) => {
    const { text, value } = mapOf(given) ?? {};
    const worth = numberOf(value);
    if (worth === undefined || worth > 1) {
      samm.fault(record, 'An answer is worth 0 to 1.', 'values', index);
      return [];
    }
    return { value: worth, text: line(text, 500) ?? String(worth) };
  });
}

function entryOf(
  { id, fields }: SammRecord,
  practice: SammRecord,
  code: string,
  questions: readonly Question[],
): WrittenMilestone {
  const title = line(fields.title, LONGEST.title) ?? code;
  const asked = questions.flatMap(({ text, quality }) => [
    ...(text ? [text] : []),
    ...quality.map((one) => `- ${one}`),
  ]);
  const means = plain(asked.join('\n'), LONGEST.prose);
  const described = [fields.shortdescription, fields.longdescription, title];
  const category = line(practice.fields.name, LONGEST.category);
  const worth = questions.flatMap(({ answers }) =>
    answers.map(({ value, text }) => `${value}: ${text}`),
  );
  const answers = plain(worth.join('\n'), LONGEST.prose);
  return {
    key: sammKey(code),
    title,
    means: means ?? described.flatMap((text) => plain(text, LONGEST.prose) ?? [])[0] ?? title,
    ...(category ? { category } : {}),
    references: { samm: [code, id] },
    ...(answers ? { evidence: `Record the degree that the answer is worth.\n${answers}` } : {}),
    source: 'OWASP SAMM, CC BY-SA 4.0',
  };
}
