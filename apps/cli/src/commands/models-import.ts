import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Command, Option } from 'commander';
import type { Schemas } from '#lib/client';
import { type Asking, type Cli, several } from '../cli.js';
import type { Api } from '../connection/api.js';
import { Refusal } from '../connection/problem-words.js';
import { EXIT, Failure } from '../failure.js';
import { near } from '../text/near.js';
import { wrap } from '../text/width.js';
import { faultLines } from '../words/faults.js';
import { fileFault } from '../text/file-fault.js';

type Format = 'dsomm' | 'samm' | 'sheet';
type File = Schemas['ModelImport']['files'][number];
type Imported = Schemas['ImportedModels'];

interface ImportOptions {
  readonly from: Format;
  readonly dryRun?: boolean;
  readonly crosswalk?: boolean;
  readonly team?: readonly string[];
  readonly id?: string;
  readonly title?: string;
}

/** `waymark models import <path…> --from dsomm|samm|sheet` */
export function importCommand(cli: Cli): Command {
  return new Command('import')
    .summary('read a model in another format, and the progress that comes with it')
    .description(
      'Sends files of a model that was not written for Waymark: OWASP DSOMM, OWASP SAMM, or a sheet. All of it is added, or nothing.',
    )
    .argument('<path...>', 'files, or folders of them')
    .addOption(
      new Option('--from <format>', 'what the files are')
        .choices(['dsomm', 'samm', 'sheet'])
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'only show what would become of it')
    .option('--crosswalk', 'activities of DSOMM count in SAMM where they refer to it')
    .option('--team <team=unit>', 'whose progress is recorded for which unit; repeatable', several)
    .option('--id <model>', 'what the model is called')
    .option('--title <title>', 'and its title')
    .action(async (paths: readonly string[], _given: unknown, self: Command) => {
      const asking = await cli.asking<ImportOptions>(self);
      const { api, terminal, options } = asking;
      const body = { files: await filesOf(paths, options.from), ...wishOf(options) };
      await checkTeams(api, options.from, body);
      const query = {
        from: options.from,
        ...(options.dryRun ? { dryRun: 'true' as const } : {}),
        ...(options.crosswalk ? { crosswalk: 'true' as const } : {}),
      };
      const imported = await api
        .ask((client) => client.POST('/api/v1/models/imports', { params: { query }, body }))
        .catch((error: unknown) => {
          const faults = error instanceof Refusal ? (error.problem.errors ?? []) : [];
          if (!faults.some(({ line }) => line !== undefined)) throw error;
          if (options.json) terminal.json((error as Refusal).problem);
          else terminal.say(...faultLines(terminal, '', faults));
          cli.ends(EXIT.refused);
          return undefined;
        });
      if (!imported) return undefined;
      if (options.json) return terminal.json(imported);
      draw(asking, imported);
      return undefined;
    });
}

type Body = Schemas['ModelImport'];

/** @throws Failure for teams of whom the files tell nothing */
async function checkTeams(api: Api, from: Format, { teams, ...body }: Body): Promise<void> {
  if (teams === undefined) return;
  const looked = await api
    .ask((client) =>
      client.POST('/api/v1/models/imports', {
        params: { query: { from, dryRun: 'true' } },
        body,
      }),
    )
    // what is wrong with the files is told when they are sent
    .catch((error: unknown) => {
      if (error instanceof Refusal) return undefined;
      throw error;
    });
  if (!looked) return;
  const known = looked.progress.unknownTeams.map(({ team }) => team);
  for (const team of Object.keys(teams)) {
    if (known.includes(team)) continue;
    const meant = near(team, known);
    throw new Failure(`The files tell nothing of "${team}" that can be recorded.`, EXIT.refused, [
      meant.length > 0
        ? `Did you mean ${meant.map((one) => `"${one}"`).join(' or ')}?`
        : `They tell of ${known.map((one) => `"${one}"`).join(', ') || 'no team'}.`,
    ]);
  }
}

function wishOf({ id, title, team }: ImportOptions) {
  const teams = (team ?? []).map((given) => {
    const at = given.lastIndexOf('=');
    if (at < 1) {
      throw new Failure(`"${given}" names no unit.`, EXIT.usage, [
        'It looks like --team "Team A=emea-support"',
      ]);
    }
    return [given.slice(0, at), given.slice(at + 1)] as const;
  });
  return {
    ...((id ?? title) ? { model: { ...(id ? { id } : {}), ...(title ? { title } : {}) } } : {}),
    ...(teams.length > 0 ? { teams: Object.fromEntries(teams) } : {}),
  };
}

const WANTED: Readonly<Record<Format, RegExp>> = {
  dsomm: /\.ya?ml$/i,
  samm: /\.ya?ml$/i,
  sheet: /\.(csv|tsv|xlsx)$/i,
};

/** Files as they are sent: those named, and of folders those that the format has. */
async function filesOf(paths: readonly string[], format: Format): Promise<File[]> {
  const files: File[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new Failure(`${path} cannot be read: ${fileFault(error)}.`, EXIT.usage);
    });
    if (!found.isDirectory()) {
      files.push(await fileOf(path, basename(path)));
      continue;
    }
    const names = (await readdir(path, { recursive: true })).filter((one) =>
      WANTED[format].test(one),
    );
    for (const name of names.sort()) {
      const file = join(path, name);
      const sent = relative(join(path, '..'), file).split(sep).join('/');
      if ((await stat(file)).isFile()) files.push(await fileOf(file, sent));
    }
  }
  if (files.length === 0) {
    throw new Failure(`Nothing in ${paths.join(', ')} looks like ${format}.`, EXIT.usage);
  }
  return files;
}

async function fileOf(file: string, path: string): Promise<File> {
  const bytes = await readFile(file);
  return /\.xlsx$/i.test(file)
    ? { path, base64: bytes.toString('base64') }
    : { path, text: bytes.toString('utf8') };
}

const OUTCOMES = {
  new: 'new, in force at once; nobody follows it yet',
  next: 'a next version, which counts when it is adopted',
  same: 'nothing changed',
} as const;

function draw({ terminal }: Asking<ImportOptions>, imported: Imported): void {
  const { paint, columns, say } = terminal;
  if (imported.dryRun) say('Nothing is added. It would become:');
  for (const { model, version, title, outcome, change } of imported.models) {
    const mark = outcome === 'same' ? paint.faint('·') : paint.good('✓');
    say(
      `${mark} ${paint.title(title)}  ${paint.faint(`${model}, version ${version}: ${OUTCOMES[outcome]}`)}`,
    );
    if (!change) continue;
    const { statements, units } = change;
    const counts = (['added', 'removed', 'reworded', 'moved', 'asked'] as const)
      .filter((kind) => statements[kind].length > 0)
      .map((kind) => `${statements[kind].length} ${kind === 'asked' ? 'asked otherwise' : kind}`);
    say(`    against version ${change.from}: ${counts.join(', ') || 'no other statement'}`);
    const moved = units.items.map(
      ({ unit, from, to }) => `${unit} ${from?.ordinal ?? 0} → ${to?.ordinal ?? 0}`,
    );
    if (moved.length > 0) {
      const text = `units that would stand elsewhere: ${moved.join(', ')}${units.more ? ', …' : ''}`;
      say(...wrap(text, columns - 4).map((line) => `    ${line}`));
    }
  }
  const { milestones, progress, warnings, passedOver } = imported;
  if (milestones) {
    say(
      `  Milestones: ${milestones.new.length} new, ${milestones.changed.length} changed, ${milestones.kept} as they are`,
    );
  }
  const { recorded, known, unknownTeams } = progress;
  if (recorded + known > 0) {
    say(
      `  Facts: ${recorded} ${imported.dryRun ? 'to record' : 'recorded'}, ${known} known from before`,
    );
  }
  for (const { team, facts } of unknownTeams) {
    say(
      paint.warn(
        `  ! ${facts === 1 ? '1 fact' : `${facts} facts`} of ${team} ${facts === 1 ? 'waits' : 'wait'} for a unit: --team "${team}=UNIT"`,
      ),
    );
  }
  if (warnings.length > 0) say(...faultLines(terminal, '', warnings, paint.warn('!')));
  if (passedOver.length > 0)
    say(paint.faint(`  Passed over: ${passedOver.length} files that say nothing of the model`));
  for (const line of nextSteps(imported)) say(...wrap(line, columns));
}

/** How what was added comes to count: for all units of the program, or for some. */
function nextSteps({ dryRun, models }: Imported): readonly string[] {
  if (dryRun) return [];
  const added = models.filter(({ outcome }) => outcome === 'new').map(({ model }) => model);
  const later = models.filter(({ outcome }) => outcome === 'next');
  return [
    ...(added.length > 0
      ? [
          `Nobody follows ${added.join(' or ')} yet. A unit follows what its \`models\` name (PUT /api/v1/units/{unit}, or "Models it follows" in the dashboard); units that name none follow those of the unit above, or of the program (PUT /api/v1/program, or its settings in the dashboard).`,
        ]
      : []),
    ...later.map(
      ({ model, version }) =>
        `Version ${version} of ${model} waits to be adopted (PUT /api/v1/models/${model}/adoption, or its page in the dashboard). What differs: waymark models diff ${model}`,
    ),
  ];
}
