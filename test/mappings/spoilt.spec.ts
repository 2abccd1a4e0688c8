import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMapping, readMapping, readyMade, SOURCE_KINDS } from '#lib/integrations';
import {
  AZURE_UPDATED,
  GITLAB_ISSUE,
  GITLAB_MILESTONE,
  JIRA_DONE,
  SALESFORCE_WON,
  SERVICENOW_CLOSED,
} from './payloads.js';
import { delivery, github } from './support.js';

/** Payloads of the tools that have ready-made rules. */
const REAL = [
  { event: 'issues', payload: github('issues', 'reopened') },
  { event: 'milestone', payload: github('milestone', 'closed') },
  { event: 'release', payload: github('release', 'published') },
  { event: 'deployment_status', payload: github('deployment_status', 'created') },
  { event: 'Issue Hook', payload: GITLAB_ISSUE },
  { event: 'Milestone Hook', payload: GITLAB_MILESTONE },
  { event: 'jira:issue_updated', payload: JIRA_DONE },
  { event: 'workitem.updated', payload: AZURE_UPDATED },
  { event: 'change_request', payload: SERVICENOW_CLOSED },
  { event: 'Opportunity', payload: SALESFORCE_WON },
];

/** A payload of which some values are something else. */
function spoilt(value: unknown, odd: Iterator<unknown>): unknown {
  const instead: unknown = odd.next().value;
  // JSON at random is `true` now and then: some values are spoilt, most are not
  if (typeof instead === 'boolean' && instead) return odd.next().value;
  if (Array.isArray(value)) return value.map((item) => spoilt(item, odd));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoilt(inner, odd)]));
}

test('every ready-made rule bears whatever a tool sends', () => {
  let told = 0;
  const said = { milestone: 'a.b', environments: { production: 'a.b' } };
  for (const kind of SOURCE_KINDS) {
    const rules = readMapping(
      kind,
      readyMade(kind).map(({ use, with: parameters }, at) => {
        const needed = Object.entries(said).filter(([name]) => name in parameters);
        return { id: `rule-${at}`, use, with: Object.fromEntries(needed) };
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...REAL), fc.infiniteStream(fc.jsonValue()), (real, odd) => {
        const sent = delivery(kind, real.event, spoilt(real.payload, odd));
        const { findings, ignored } = applyMapping(rules, sent);
        told += findings.length;
        expect(findings.length > 0).toBe(ignored === undefined);
      }),
      { numRuns: 100 },
    );
  }
  // what is not spoilt where it matters still tells
  expect(told).toBeGreaterThan(0);
});
