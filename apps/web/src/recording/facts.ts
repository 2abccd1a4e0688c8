import type { Schemas } from '#lib/client';
import { client } from '../api/client.js';

type Body<Name extends keyof Schemas> = Schemas[Name];

/** Something that can be recorded about a unit, as the api takes it. */
export type Fact =
  | { readonly kind: 'achieved'; readonly body: Body<'Achieve'> }
  | { readonly kind: 'lapsed'; readonly body: Body<'Lapse'> }
  | { readonly kind: 'assessed'; readonly body: Body<'Assess'> }
  | { readonly kind: 'waived'; readonly body: Body<'Waive'> }
  | {
      readonly kind: 'waiver-ended';
      readonly event: string;
      readonly body: Body<'EndWaiver'>;
    }
  | { readonly kind: 'retracted'; readonly body: Body<'Retract'> }
  | { readonly kind: 'corrected'; readonly body: Body<'Correct'> };

/** What became of a fact that was sent: it is in the log, or it waits for somebody else. */
export type Sent =
  | { readonly outcome: 'recorded'; readonly standings: readonly Schemas['Standing'][] }
  | { readonly outcome: 'proposed'; readonly proposal: Schemas['Proposal'] };

/** A unit's standings now, and as they would be. */
export interface Comparison {
  readonly before: readonly Schemas['Standing'][];
  readonly after: readonly Schemas['Standing'][];
}

/**
 * Records a fact, or proposes it where the program wants somebody else to approve.
 * @param key the same for each attempt at the same fact, so that it is recorded once
 * @throws Problem
 */
export async function record(unit: string, fact: Fact, key: string): Promise<Sent> {
  const answer = await post(unit, fact, { header: { 'idempotency-key': key } });
  if ('proposal' in answer) return { outcome: 'proposed', proposal: answer.proposal };
  return { outcome: 'recorded', standings: 'standings' in answer ? answer.standings : [] };
}

/** What the standings of a unit would become; nothing is recorded. @throws Problem */
export async function preview(unit: string, fact: Fact): Promise<Comparison> {
  const answer = await post(unit, fact, { query: { preview: 'true' } });
  return 'before' in answer ? answer : { before: [], after: [] };
}

/** What several things that happened or ended would change together. @throws Problem */
export async function previewTogether(
  unit: string,
  supposed: Schemas['WhatIf'],
): Promise<Comparison> {
  return whole(
    await client.POST('/api/v1/units/{unit}/what-if', {
      params: { path: { unit } },
      body: supposed,
    }),
  );
}

interface How {
  readonly query?: { readonly preview: 'true' };
  readonly header?: { readonly 'idempotency-key': string };
}

type Answer = Schemas['Comparison'] | Schemas['Recorded'] | Schemas['Proposed'];

async function post(unit: string, fact: Fact, how: How): Promise<Answer> {
  const params = { path: { unit }, ...how };
  switch (fact.kind) {
    case 'achieved':
      return whole(
        await client.POST('/api/v1/units/{unit}/milestones', { params, body: fact.body }),
      );
    case 'lapsed':
      return whole(await client.POST('/api/v1/units/{unit}/lapses', { params, body: fact.body }));
    case 'assessed':
      return whole(
        await client.POST('/api/v1/units/{unit}/assessments', { params, body: fact.body }),
      );
    case 'waived':
      return whole(await client.POST('/api/v1/units/{unit}/waivers', { params, body: fact.body }));
    case 'waiver-ended':
      return whole(
        await client.POST('/api/v1/units/{unit}/waivers/{event}/end', {
          params: { ...params, path: { unit, event: fact.event } },
          body: fact.body,
        }),
      );
    case 'retracted':
      return whole(
        await client.POST('/api/v1/units/{unit}/retractions', { params, body: fact.body }),
      );
    case 'corrected':
      return whole(
        await client.POST('/api/v1/units/{unit}/corrections', { params, body: fact.body }),
      );
  }
}

function whole<Data>({ data, error }: { readonly data?: Data; readonly error?: unknown }): Data {
  // a problem is thrown as the query library's hooks throw it; see faultOf
  if (data === undefined) throw error;
  return data;
}
