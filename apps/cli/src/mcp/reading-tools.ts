import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { readModels, saysOf, type Models, type Standing } from '../catalogue.js';
import type { Api } from '../connection/api.js';
import { proofOf } from '../connection/proof.js';
import { titlesOf } from '../connection/keys.js';
import { EXIT, Failure } from '../failure.js';
import { headLines } from '../status/head.js';
import { standingLines } from '../status/standing.js';
import { datesIn } from '../text/dates.js';
import { paintWith } from '../text/paint.js';
import { factText } from '../words/facts.js';
import { straightened } from '../words/straight.js';
import { answered } from './answer.js';
import { counted } from './counted.js';
import { CURSOR, inputs, LIMIT, MILESTONE, MODEL, TIMES, UNIT } from './inputs.js';

const DATES = datesIn('en-GB');
const READS = { readOnlyHint: true, openWorldHint: false };

/** Tools that read what is: units, milestones, standings and why. */
export function addReadingTools(server: McpServer, api: Api): void {
  server.registerTool(
    'find_units',
    {
      title: 'Find units',
      description:
        'Looks up units of the organisation (regions, countries, teams) by words of their names, and gives the keys that all other tools take, how many there are (`total`) and the way to the next ones (`next`, for cursor). Use it first whenever a person names a unit.',
      inputSchema: inputs({
        words: z.string().max(200).optional().describe('Words of the name; left out: all'),
        under: UNIT.optional().describe('A unit: those below it'),
        limit: LIMIT,
        cursor: CURSOR,
      }),
      annotations: READS,
    },
    ({ words, under, limit, cursor }) =>
      answered(api, async () => {
        const page = await counted({ limit, cursor }, (part) =>
          api.ask((client) =>
            client.GET('/api/v1/units', { params: { query: { q: words, under, ...part } } }),
          ),
        );
        const items = page.items.map(({ unit, name, kind, parent }) => ({
          unit,
          name,
          kind,
          parent,
        }));
        return { ...page, items };
      }),
  );
  server.registerTool(
    'find_milestones',
    {
      title: 'Find milestones',
      description:
        'Looks up milestones, the dated facts that stages rest on, by words of their titles: their keys and what they mean. Use it before what_if and before anything is recorded.',
      inputSchema: inputs({
        words: z.string().max(200).optional().describe('Left out: all'),
        limit: LIMIT,
        cursor: CURSOR,
      }),
      annotations: READS,
    },
    ({ words, limit, cursor }) =>
      answered(api, async () => {
        const page = await counted({ limit, cursor }, (part) =>
          api.ask((client) =>
            client.GET('/api/v1/milestones', { params: { query: { q: words, ...part } } }),
          ),
        );
        return {
          ...page,
          items: page.items.map(({ key, title, means }) => ({ key, title, means })),
        };
      }),
  );
  server.registerTool(
    'standings',
    {
      title: 'Standings, with proof',
      description:
        'The stages of one unit as data, to compute with, compare or cite: in each model its stage and since when, every criterion that is met with its date and the ids of the events that met it, what the next stage still asks, and stages that are ahead but blocked. To tell a person where a unit stands and why, explain is shorter.',
      inputSchema: inputs({ unit: UNIT, model: MODEL.optional(), ...TIMES }),
      annotations: READS,
    },
    ({ unit, model, ...times }) =>
      answered(api, async () => {
        const found = await standingsOf(api, unit, times, model);
        return {
          ...found.standings,
          items: found.items.map((one) => withWords(one, found.models)),
        };
      }),
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain a standing',
      description:
        'Where one unit stands and why, in words: the first choice for questions about one unit. What met each stage and when (✓), what is missing for the next with the milestone to achieve (✗), which move matters most (★), what is met but blocked (▒), and when the next stage may be reached.',
      inputSchema: inputs({ unit: UNIT, model: MODEL.optional(), ...TIMES }),
      annotations: READS,
    },
    ({ unit, model, ...times }) => answered(api, () => explain(api, unit, times, model)),
  );
  server.registerTool(
    'unit_history',
    {
      title: 'What happened to a unit',
      description:
        'What was recorded of one unit, when and by whom, newest first: facts in words (`says`) with their notes, the stages they led to, and what was retracted or corrected since (`noLonger`). For questions about when, who and what changed.',
      inputSchema: inputs({
        unit: UNIT,
        milestone: MILESTONE.optional(),
        limit: LIMIT,
        cursor: CURSOR,
        ...TIMES,
      }),
      annotations: READS,
    },
    ({ unit, ...query }) =>
      answered(api, async () => {
        const found = await api.ask((client) =>
          client.GET('/api/v1/units/{unit}/history', { params: { path: { unit }, query } }),
        );
        const [titles, straight] = await Promise.all([
          titlesOf(api),
          straightened(api, unit, found.position),
        ]);
        const items = found.items.map((item) => {
          if (item.kind === 'transition') return item;
          const { event } = item;
          const says = factText(event, titles, DATES, straight.about(event));
          const noLonger = straight.by(event);
          return { ...item, says, ...(noLonger ? { noLonger } : {}) };
        });
        return { ...found, items };
      }),
  );
}

interface Times {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

async function standingsOf(api: Api, unit: string, times: Times, model: string | undefined) {
  const standings = await api.ask((client) =>
    client.GET('/api/v1/units/{unit}/standings', { params: { path: { unit }, query: times } }),
  );
  const items = standings.items.filter((one) => model === undefined || one.model === model);
  if (model !== undefined && items.length === 0) {
    const followed = standings.items.map((one) => one.model).join(', ');
    throw new Failure(`${unit} does not follow the model "${model}".`, EXIT.refused, [
      `It follows ${followed || 'none'}.`,
    ]);
  }
  return { standings, items, models: await readModels(api, items) };
}

/** A standing whose criteria say what they are, not only their ids. */
function withWords(standing: Standing, models: Models) {
  const model = models(standing.model, standing.modelVersion);
  const says = saysOf(model);
  return {
    ...standing,
    title: model?.title,
    of: model?.stages.length,
    met: standing.met.map((one) => ({ ...one, says: says(one.stage, one.criterion)?.says })),
  };
}

async function explain(
  api: Api,
  unit: string,
  times: Times,
  model: string | undefined,
): Promise<string> {
  const params = { path: { unit }, query: times };
  const [{ standings, items, models }, place, forecast] = await Promise.all([
    standingsOf(api, unit, times, model),
    api.ask((client) => client.GET('/api/v1/units/{unit}', { params })),
    api.ask((client) => client.GET('/api/v1/units/{unit}/forecast', { params })),
  ]);
  const page = { paint: paintWith(false), dates: DATES, columns: 120 };
  const met = items.flatMap((standing) => standing.met.flatMap(({ by }) => by));
  const proof = await proofOf(api, place, met);
  const parts = items.map((standing) =>
    standingLines(page, {
      standing,
      model: models(standing.model, standing.modelVersion),
      forecast: forecast.items.find((one) => one.model === standing.model),
      asOf: standings.asOf,
      proof,
    }).join('\n'),
  );
  const head = headLines(page, place, standings, times).join('\n');
  return [head, ...(parts.length > 0 ? parts : ['It follows no model.'])].join('\n\n');
}
