import type { ModelId } from '#lib/domain';
import { AUTHORS } from '../authors.js';
import { achieved, type Chronicle } from '../chronicle.js';

/** The month of the story in which the program office adds them. */
const ADDED = 12.4;
const SOURCE = 'Joe Cothrel of Lithium on Econsultancy, 11 June 2012';
/** The page of the article is not in our sources; this is the publisher. */
const EVIDENCE = [{ title: SOURCE, url: 'https://econsultancy.com/' }];
/** The source dates Best Buy's steps by no more than its own day. */
const REPORTED = '2012-06-11';

const BEST_BUY = [
  ['listening.started', 'first listening'],
  ['private-responses.approved', 'then responding in private'],
  ['public-responses.approved', 'then responding in public'],
] as const;

/**
 * What the sources of the models tell of real companies, and nothing else.
 * @source models/lithium.yaml, stages 1 and 3
 */
export function tellRealCases(chronicle: Chronicle): void {
  const by = AUTHORS.office;
  const told = { month: ADDED, lag: 0, by } as const;
  const register = (unit: string, name: string, kind: string, parent: string | null) =>
    chronicle.tell({
      type: 'unit.registered',
      unit,
      ...told,
      data: {
        name,
        kind,
        parent: parent as never,
        tags: ['real'],
        ...(parent === null ? { models: ['lithium' as ModelId] } : {}),
      },
    });
  register('real-cases', 'Real cases', 'collection', null);
  register('best-buy', 'Best Buy', 'enterprise', 'real-cases');
  register('hp', 'HP', 'enterprise', 'real-cases');
  for (const [milestone, step] of BEST_BUY) {
    const note = `${SOURCE}: approval widened in steps, ${step}. No dates are given: the day is that of the source, by which it was so. Sponsor and hub are not told of.`;
    const data = achieved(milestone, { note, evidence: EVIDENCE });
    chronicle.tell({
      type: 'milestone.achieved',
      unit: 'best-buy',
      ...told,
      given: REPORTED,
      data,
    });
  }
  const note = `${SOURCE}: HP's efforts began to scale after its consumer support forum had opened in late 2008. The day is not known, nor who sponsored it, nor what came before.`;
  const data = achieved('hub.launched', { note, evidence: EVIDENCE });
  chronicle.tell({ type: 'milestone.achieved', unit: 'hp', ...told, given: '2008-Q4', data });
}
