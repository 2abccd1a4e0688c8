import type { Schemas } from '#lib/client';
import { client } from '../../api/client.js';

export type Converted = Schemas['ImportedModels'];

/** What foreign models are written in. */
export const FORMATS = {
  sheet: {
    label: 'A sheet of stages and criteria',
    asks: 'A CSV file or a workbook: a row a criterion, with its stage, milestone and whether it is the key move.',
    accept: '.csv,.xlsx',
    folder: false,
  },
  dsomm: {
    label: 'OWASP DSOMM',
    asks: 'The generated model.yaml; for the progress of teams also meta.yaml and the file of the teams.',
    accept: '.yaml,.yml',
    folder: false,
  },
  samm: {
    label: 'OWASP SAMM',
    asks: 'The folder “model” of SAMM’s core: some 250 small files.',
    accept: '.yaml,.yml',
    folder: true,
  },
} as const;
export type From = keyof typeof FORMATS;

/** What is said about the files. */
export interface ModelWish {
  readonly from: From;
  /** Whether activities of DSOMM count in SAMM where they refer to it. */
  readonly crosswalk: boolean;
  /** By team, the unit its progress is recorded for. */
  readonly teams: Readonly<Record<string, string>>;
}

type Sent = Schemas['ModelImport']['files'][number];

/** The files of a choice as they are sent; what is neither YAML nor a sheet is left out. */
export async function readFiles(files: readonly File[]): Promise<readonly Sent[]> {
  const wanted = files.filter(({ name }) => /\.(ya?ml|csv|xlsx)$/i.test(name));
  return Promise.all(
    wanted.map(async (file) => {
      const path = file.webkitRelativePath || file.name;
      return /\.xlsx$/i.test(file.name)
        ? { path, base64: await base64Of(file) }
        : { path, text: await file.text() };
    }),
  );
}

/** Converts files, or shows what would become of it. @throws Problem */
export async function importModels(
  files: readonly Sent[],
  { from, crosswalk, teams }: ModelWish,
  dryRun: boolean,
): Promise<Converted> {
  const { data, error } = await client.POST('/api/v1/models/imports', {
    params: {
      query: {
        from,
        dryRun: dryRun ? 'true' : 'false',
        ...(crosswalk && from === 'dsomm' ? { crosswalk: 'true' } : {}),
      },
    },
    body: { files: [...files], ...(Object.keys(teams).length > 0 ? { teams } : {}) },
  });
  // a problem is thrown as the query library's hooks throw it; see faultOf
  if (!data) throw error as unknown;
  return data;
}

const PIECE = 0x80_00;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}
