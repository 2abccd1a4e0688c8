import type { WrittenGroup, WrittenModel } from '../../schema/model.schema.js';
import { type DraftModel, entryOrigins } from '../draft.js';
import type { Called } from '../dsomm/models.js';
import { readForeign } from '../foreign.js';
import { type ImportFile, wholeFile } from '../import-file.js';
import { Ids, line, LONGEST } from '../texts.js';
import type { Trouble } from '../trouble.js';
import { type SammActivity, sammActivities } from './activities.js';
import { readSamm, type SammRecord } from './read-samm.js';

const ACTIVITIES_OF_A_STREAM = 3;

/** Reads SAMM's folder `model` as one scored model: a stream is the sum of its activities, all above it the mean. */
export function fromSamm(
  files: readonly ImportFile[],
  called: Called,
  trouble: Trouble,
): { readonly models: readonly DraftModel[]; readonly passedOver: readonly string[] } {
  const { documents, others } = readForeign(files, trouble);
  const { records, passedOver } = readSamm(documents, trouble);
  const activities = sammActivities(records);
  if (activities.length === 0 && trouble.faults.length === 0) {
    const message = 'There is no activity of SAMM here. Send the files of its folder `model`.';
    trouble.addFaults([wholeFile(files[0]?.path, message)]);
  }
  const written: WrittenModel = {
    id: called.id ?? 'samm',
    version: 1,
    title: called.title ?? 'Software Assurance Maturity Model',
    source: {
      author: 'OWASP SAMM project',
      title: 'Software Assurance Maturity Model, CC BY-SA 4.0',
      url: 'https://owaspsamm.org',
    },
    provenance: 'full',
    notes: [
      'The texts are those of OWASP SAMM, licensed under CC BY-SA 4.0. Whoever passes them on names the project and does so under that licence.',
      'The stages are the whole numbers of the score; SAMM gives scores and no stages of the whole.',
    ],
    policy: 'scored',
    combine: 'mean',
    groups: functionsOf(activities, trouble),
    stages: [0, 1, 2, 3].map((level) => ({
      id: `level-${level}`,
      name: level === 0 ? 'Below level 1' : `Level ${level}`,
      inferred: true,
      from: level,
    })),
    milestones: activities.map(({ entry }) => entry),
  };
  return {
    models: activities.length > 0 ? [{ written, origins: entryOrigins(activities) }] : [],
    passedOver: [...others, ...passedOver],
  };
}

function functionsOf(activities: readonly SammActivity[], trouble: Trouble): WrittenGroup[] {
  const ids = new Ids();
  return parted(activities, ({ function: one }) => one).map(([business, own]) => ({
    id: ids.of(nameOf(business)),
    name: nameOf(business),
    combine: 'mean',
    groups: practicesOf(own, trouble),
  }));
}

function practicesOf(activities: readonly SammActivity[], trouble: Trouble): WrittenGroup[] {
  const ids = new Ids();
  return parted(activities, ({ practice }) => practice).map(([practice, own]) => ({
    id: ids.of(nameOf(practice)),
    name: nameOf(practice),
    combine: 'mean',
    groups: streamsOf(own, trouble),
  }));
}

function streamsOf(activities: readonly SammActivity[], trouble: Trouble): WrittenGroup[] {
  const ids = new Ids();
  return parted(activities, ({ stream }) => stream).map(([stream, own]) => {
    if (own.length !== ACTIVITIES_OF_A_STREAM) {
      const message = `This stream has ${own.length} activities where SAMM has three; it is worth at most ${own.length}.`;
      trouble.warn(stream.spot, message);
    }
    return {
      id: ids.of(nameOf(stream)),
      name: nameOf(stream),
      combine: 'sum',
      items: [...own]
        .sort((a, b) => a.level - b.level)
        .map(({ code, entry }) => ({ id: code, says: entry.title, milestone: entry.key })),
    };
  });
}

/** Activities by what they belong to, in its order. */
function parted(
  activities: readonly SammActivity[],
  owner: (activity: SammActivity) => SammRecord,
): readonly (readonly [SammRecord, readonly SammActivity[]])[] {
  const owners = [...new Set(activities.map(owner))].sort((a, b) => placed(a) - placed(b));
  return owners.map((one) => [one, activities.filter((activity) => owner(activity) === one)]);
}

function placed({ fields }: SammRecord): number {
  const { order, letter } = fields;
  if (typeof order === 'string' && order.trim() !== '') return Number(order) || 0;
  return typeof letter === 'string' ? letter.charCodeAt(0) : 0;
}

function nameOf({ fields, id }: SammRecord): string {
  return line(fields.name, LONGEST.title) ?? id;
}
