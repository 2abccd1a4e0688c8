import { describe, expect, test } from 'vitest';
import { applyMapping, readMapping } from '#lib/integrations';
import { delivery, GITHUB, github, made, type Payload } from './support.js';

const label = (name: string) => ({ name });
/** The examples hold no issue that is closed: this one is a real one with what closing it changes. */
const closed = (change: (issue: Payload) => void = () => undefined) =>
  github('issues', 'labeled', (payload) => {
    payload.action = 'closed';
    Object.assign(payload.issue, { state: 'closed', closed_at: '2026-02-03T04:05:06Z' });
    payload.issue.labels = [label('bug'), label('waymark:hub.launched')];
    change(payload.issue);
  });

describe('github/issue-labelled', () => {
  test('achieves what the label names, on the day it was closed, with the issue as evidence', () => {
    expect(made('github/issue-labelled', 'issues', closed())).toEqual([
      {
        rule: 'it.closed',
        unit: { external: 'Codertocat/Hello-World' },
        fact: {
          kind: 'achieved',
          data: {
            milestone: 'hub.launched',
            occurredAt: '2026-02-03T04:05:06Z',
            evidence: [
              {
                title: 'Spelling error in the README file',
                url: 'https://github.com/Codertocat/Hello-World/issues/1',
              },
            ],
          },
        },
      },
    ]);
  });

  test('tells the same fact when the label comes after the issue was closed', () => {
    const labelled = github('issues', 'labeled', (payload) => {
      payload.issue = closed().issue;
    });
    const [before] = made('github/issue-labelled', 'issues', closed());
    expect(made('github/issue-labelled', 'issues', labelled)).toEqual([before]);
  });

  test('tells one fact for each of its labels', () => {
    const two = closed((issue) => issue.labels.push(label('waymark:sponsor.approved')));
    const found = made('github/issue-labelled', 'issues', two);
    expect(found.map(({ fact }) => fact.data.milestone)).toEqual([
      'hub.launched',
      'sponsor.approved',
    ]);
  });

  test.each(['not_planned', 'duplicate'])('tells nothing of one closed as %s', (reason) => {
    const payload = closed((issue) => {
      issue.state_reason = reason;
    });
    expect(made('github/issue-labelled', 'issues', payload)).toEqual([]);
  });

  test('lapses when it is reopened', () => {
    const reopened = github('issues', 'reopened', ({ issue }) => {
      issue.labels = [label('waymark:hub.launched')];
    });
    const [finding] = made('github/issue-labelled', 'issues', reopened);
    expect(finding?.fact).toEqual({
      kind: 'lapsed',
      data: {
        milestone: 'hub.launched',
        occurredAt: reopened.issue.updated_at,
        reason:
          'Reopened: Spelling error in the README file https://github.com/Codertocat/Hello-World/issues/1',
      },
    });
  });

  describe('the unit', () => {
    const unitOf = (parameters: object, change: (payload: Payload) => void = () => undefined) => {
      const payload = closed();
      change(payload);
      return made('github/issue-labelled', 'issues', payload, { ...parameters })[0]?.unit;
    };
    const units = { 'Codertocat/Hello-World': 'hello' };

    test('is the one that is said', () => {
      expect(unitOf({ unit: 'emea', units })).toEqual({ key: 'emea' });
    });
    test('is the one of the label before that of the table', () => {
      const labelled = ({ issue }: Payload) => issue.labels.push(label('waymark-unit:apac'));
      expect(unitOf({ units }, labelled)).toEqual({ key: 'apac' });
    });
    test('is the one of the table', () => {
      expect(unitOf({ units })).toEqual({ key: 'hello' });
    });
    test('is the one of a topic of the repository', () => {
      const topical = ({ repository }: Payload) => {
        repository.topics = ['typescript', 'waymark-unit-checkout'];
      };
      expect(unitOf({}, topical)).toEqual({ key: 'checkout' });
    });
    test('is sought by the repository where a label names no key', () => {
      const wrong = ({ issue }: Payload) => issue.labels.push(label('waymark-unit:No Key'));
      expect(unitOf({}, wrong)).toEqual({ external: 'Codertocat/Hello-World' });
    });
  });
});

describe('milestones of GitHub', () => {
  const named = (action: string, change: (milestone: Payload) => void = () => undefined) =>
    github('milestone', 'closed', (payload) => {
      payload.action = action;
      payload.milestone.description = 'All of it (waymark:hub.launched). See waymark:a.b, too.';
      change(payload.milestone);
    });

  test('achieve what their description names when they close', () => {
    const found = made('github/milestone-closed', 'milestone', named('closed'));
    expect(found.map(({ fact }) => fact.data)).toMatchObject([
      {
        milestone: 'hub.launched',
        occurredAt: '2019-05-15T15:20:18Z',
        evidence: [{ title: 'v1.0', url: 'https://github.com/Codertocat/Hello-World/milestone/1' }],
      },
      { milestone: 'a.b' },
    ]);
  });

  test('lapse when they open again', () => {
    const found = made('github/milestone-closed', 'milestone', named('opened'));
    expect(found.map(({ fact }) => fact.kind)).toEqual(['lapsed', 'lapsed']);
  });

  test('move a target by their due date', () => {
    const found = made('github/milestone-due', 'milestone', named('edited'));
    expect(found[0]?.fact).toEqual({
      kind: 'target',
      data: { milestone: 'hub.launched', due: '2019-05-23', occurredAt: '2019-05-15T15:20:18Z' },
    });
  });

  test('move nothing without one', () => {
    const undated = named('edited', (milestone) => {
      milestone.due_on = null;
    });
    expect(made('github/milestone-due', 'milestone', undated)).toEqual([]);
  });

  test('that name nothing tell nothing, without a description too', () => {
    const bare = named('closed', (milestone) => {
      milestone.description = null;
    });
    expect(made('github/milestone-closed', 'milestone', bare)).toEqual([]);
  });
});

describe('github/release-published', () => {
  test('achieves the milestone that is said', () => {
    const release = github('release', 'published');
    const found = made('github/release-published', 'release', release, {
      milestone: 'software.released',
      units: { [release.repository.full_name]: 'checkout' },
    });
    expect(found).toMatchObject([
      {
        rule: 'it.published',
        unit: { key: 'checkout' },
        fact: {
          kind: 'achieved',
          data: {
            milestone: 'software.released',
            occurredAt: release.release.published_at,
            evidence: [{ title: release.release.tag_name, url: release.release.html_url }],
          },
        },
      },
    ]);
  });

  test('achieves what its text names, and a pre-release only where those count', () => {
    const early = github('release', 'published', ({ release }) => {
      release.body = 'Ready for everybody: waymark:software.released';
      release.prerelease = true;
    });
    expect(made('github/release-published', 'release', early)).toEqual([]);
    const counted = made('github/release-published', 'release', early, { prereleases: true });
    expect(counted[0]?.fact.data.milestone).toBe('software.released');
  });
});

describe('github/deployment-succeeded', () => {
  test('achieves the milestone of the environment', () => {
    const deployed = github('deployment_status', 'created');
    const found = made('github/deployment-succeeded', 'deployment_status', deployed, {
      environments: { production: 'software.live' },
    });
    expect(found[0]?.fact).toMatchObject({
      kind: 'achieved',
      data: { milestone: 'software.live', occurredAt: deployed.deployment_status.created_at },
    });
  });
});

describe('all real payloads of GitHub', () => {
  const everything = readMapping('github', [
    { id: 'issues', use: 'github/issue-labelled' },
    { id: 'milestones', use: 'github/milestone-closed' },
    { id: 'due', use: 'github/milestone-due' },
    { id: 'releases', use: 'github/release-published', with: { milestone: 'software.released' } },
    {
      id: 'deployments',
      use: 'github/deployment-succeeded',
      with: { environments: { production: 'software.live', staging: 'software.tried' } },
    },
  ]);

  const ofExamples = (event: string, counts: (payload: Payload) => boolean) =>
    (GITHUB.find(({ name }) => name === event)?.examples ?? []).filter(counts).length;

  test('cost less than a millisecond each', () => {
    const took = GITHUB.flatMap(({ name, examples }) =>
      examples.map((payload) => {
        const sent = delivery('github', name, payload);
        const before = performance.now();
        applyMapping(everything, sent);
        return performance.now() - before;
      }),
    ).toSorted((a, b) => a - b);
    // 99 of 100 where nothing else runs; half of them while all tests do
    expect(took[Math.floor(took.length / 2)]).toBeLessThan(1);
  });

  test('are read without a fault, and twice in the same way', () => {
    const told = new Map<string, number>();
    let count = 0;
    for (const { name, examples } of GITHUB) {
      for (const payload of examples) {
        count++;
        const first = applyMapping(everything, delivery('github', name, payload));
        const again = applyMapping(everything, delivery('github', name, structuredClone(payload)));
        expect(again).toEqual(first);
        for (const { rule } of first.findings) told.set(rule, (told.get(rule) ?? 0) + 1);
        expect(first.findings.length > 0).toBe(first.ignored === undefined);
      }
    }
    expect(count).toBeGreaterThan(300);
    expect(Object.fromEntries(told)).toEqual({
      'releases.published': ofExamples(
        'release',
        ({ action, release }) => action === 'published' && !release.prerelease,
      ),
      'deployments.succeeded': ofExamples(
        'deployment_status',
        ({ deployment_status: status }) => status.state === 'success',
      ),
    });
  });
});
