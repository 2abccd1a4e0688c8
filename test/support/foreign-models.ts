/** Files in the manner of DSOMM and SAMM, small and with words of our own. */
export interface ForeignFile {
  readonly path: string;
  readonly text: string;
}

/** Ids of the activities of `dsommModel`. */
export const UUIDS = {
  recipe: '00000000-0000-4000-8000-000000000001',
  sealed: '00000000-0000-4000-8000-000000000002',
  oven: '00000000-0000-4000-8000-000000000003',
  diary: '00000000-0000-4000-8000-000000000004',
  tasting: '00000000-0000-4000-8000-000000000005',
  added: '00000000-0000-4000-8000-000000000006',
} as const;

const RECIPE = `
      Written recipe:
        uuid: ${UUIDS.recipe}
        risk: Nobody bakes it twice.
        measure: The recipe is written down and followed.
        difficultyOfImplementation: { knowledge: 1, time: 1, resources: 1 }
        usefulness: 4
        level: 1
        assessment: |
          Show the recipe.
          Show a loaf.
        references: { samm2: [ I-SB-A-1 ], iso27001-2022: [ 8.25, "8.27" ] }`;

/** A `model.yaml` of three sub-dimensions. @param recipe the text of its first activity */
export function dsommModel(version = '1.0.0', recipe = RECIPE, more = ''): ForeignFile {
  const text = `---
meta:
  version: ${version}
  released: "2026-01-01"
  publisher: https://dsomm.example/data
---
Kitchen:
  Baking:${recipe.replaceAll('\n  ', '\n')}
    Sealed loaf:
      uuid: ${UUIDS.sealed}
      measure: Each loaf is sealed.
      dependsOn: [ ${UUIDS.recipe} ] # Written recipe
      difficultyOfImplementation: { knowledge: 4, time: 4, resources: 4 }
      usefulness: 2
      level: 3
      references: { samm2: [ I-SB-A-2, "not one of theirs" ] }
  Cleaning:
    No: # the title of an activity
      uuid: ${UUIDS.oven}
      measure: The oven is cleaned.
      dependsOn: [ Written recipe ]
      level: 2
Cellar:
  Keeping:
    Diary:
      uuid: ${UUIDS.diary}
      description: What is kept stands in a diary.
      usefulness: 1
      level: 1
      references: { samm2: [ I-SB-B-1 ] }
    Tasting:
      uuid: ${UUIDS.tasting}
      usefulness: 3
      level: 5${more}
`;
  return { path: 'generated/model.yaml', text };
}

/** The release after it: one text is reworded, one activity comes, one moves up a level. */
export function nextDsommModel(): ForeignFile {
  const recipe = RECIPE.replace('Written recipe', 'Recipe in writing');
  const more = `
    Added shelf:
      uuid: ${UUIDS.added}
      measure: There is a shelf more.
      level: 1`;
  const { path, text } = dsommModel('1.1.0', recipe, more);
  return {
    path,
    text: text
      .replace('dependsOn: [ Written recipe ]', 'dependsOn: [ Recipe in writing ]')
      .replace('measure: The oven is cleaned.\n      ', 'measure: The oven is clean.\n      '),
  };
}

/** What the steps of progress are worth. */
export const DSOMM_META: ForeignFile = {
  path: 'meta.yaml',
  text: `progressDefinition:
  Backlog: 0%
  Started: { score: 30%, definition: Somebody began. }
  Done: 100%
teams: [ Bakers, Cellar folk ]
`,
};

/** Progress of two teams, and of an activity that nobody knows. */
export const DSOMM_PROGRESS: ForeignFile = {
  path: 'team-progress.yaml',
  text: `progress:
  ${UUIDS.recipe}: # Written recipe
    Bakers:
      Started: 2025-01-10
      Done: 2025-03-01
    Cellar folk:
      Backlog: 2025-01-01
      Started: 2025-02-01
  ${UUIDS.sealed}:
    Bakers: { Started: 2025-04-01 }
  ffffffff-0000-4000-8000-000000000000:
    Bakers: { Done: 2025-04-01 }
`,
};

const hex = (number: number) => number.toString(16).padStart(32, '0');

/** SAMM's folder `model`: two functions, three practices, six streams, eighteen activities. */
export function sammFolder(): readonly ForeignFile[] {
  const files: ForeignFile[] = [];
  const put = (folder: string, name: string, text: string) =>
    files.push({ path: `model/${folder}/${name}.yml`, text: `---\n# ${name}\n${text}\n` });
  const answers = ['No', 'Yes, somewhere', 'Yes, often', 'Yes, everywhere'];
  const values = [0, 0.25, 0.5, 1].map(
    (value, order) =>
      `- text: ${answers[order]}\n  value: ${value}\n  weight: 1\n  order: ${order}`,
  );
  put('answer_sets', 'K', `id: ${hex(1)}\nvalues:\n${values.join('\n')}\ntype: AnswerSet`);
  for (const number of [1, 2, 3]) {
    put('maturity_levels', `${number}`, `id: ${hex(10 + number)}\nnumber: ${number}`);
  }
  const functions = [
    { name: 'Governance', practices: ['SM', 'PC'] },
    { name: 'Implementation', practices: ['SB'] },
  ];
  let next = 100;
  for (const [order, { name, practices }] of functions.entries()) {
    const business = hex(next++);
    const colour = 'color:\n  #228B22';
    put(
      'business_functions',
      name,
      `id: ${business}\nname: ${name}\n${colour}\norder: ${order + 1}`,
    );
    for (const [place, short] of practices.entries()) {
      const practice = hex(next++);
      put(
        'security_practices',
        `${name[0]}-${short}`,
        `function: ${business}\nid: ${practice}\nname: Practice ${short}\nshortName: ${short}\norder: ${place + 1}\ntype: Practice`,
      );
      const levels = [1, 2, 3].map((number) => {
        const id = hex(next++);
        const text = `practice: ${practice}\nmaturityLevel: ${hex(10 + number)}\nid: ${id}`;
        put('practice_levels', `${name[0]}-${short}-${number}`, `${text}\ntype: PracticeLevel`);
        return id;
      });
      for (const letter of ['A', 'B']) {
        const stream = hex(next++);
        const text = `practice: ${practice}\nid: ${stream}\nname: Stream ${letter} of ${short}`;
        put('streams', `${name[0]}-${short}-${letter}`, `${text}\nletter: ${letter}\ntype: Stream`);
        for (const [index, level] of levels.entries()) {
          const code = `${name[0]}-${short}-${index + 1}-${letter}`;
          const id = hex(next++);
          const notes = 'notes: None\nrelatedActivities:\ntype: Activity';
          put(
            'activities',
            code,
            `stream: ${stream}\nlevel: ${level}\nid: ${id}\ntitle: Do ${code}\nshortDescription: One does ${code}.\n${notes}`,
          );
          const set = letter === 'A' ? 'answerSet' : 'answerset';
          put(
            'questions',
            code,
            `activity: ${id}\n${set}: ${hex(1)}\nid: ${hex(next++)}\ntext: Do you ${code}?\norder: 1\nquality:\n- It is written down\n- No: it is not\ntype: Question`.replace(
              '- No: it is not',
              '- No',
            ),
          );
        }
      }
    }
  }
  return [...files, { path: 'model/README.md', text: 'Not a record.' }];
}
