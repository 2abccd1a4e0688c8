import type { Schemas } from '#lib/client';

export type Source = Schemas['Source'];
export type Kind = Source['kind'];

/** A tool that can tell what happened, and what somebody does in it so that it does. */
export interface Tool {
  readonly title: string;
  /** What such a source is called where nothing better is said. */
  readonly name: string;
  /** What is typical to be told by it. */
  readonly tells: string;
  /** The ready-made rules that most begin with. */
  readonly usual: readonly string[];
  /** Where the address and the secret go, one step a line. */
  readonly steps: readonly string[];
  /** Whether it can be asked for what it did not send, and what its projects are called. */
  readonly asked?: {
    readonly projects: string;
    readonly example: string;
    readonly token: string;
    /** Where its interface is, if everybody's is at one place. */
    readonly url?: string;
  };
}

/** Every kind of source, in the order in which they are offered. */
export const TOOLS: Readonly<Record<Kind, Tool>> = {
  jira: {
    title: 'Jira',
    name: 'jira',
    tells: 'epics done and reopened, due dates',
    usual: ['jira/epic-done'],
    steps: [
      'Open Settings → System → WebHooks and create a webhook.',
      'Paste the address as its URL, and the secret as its secret.',
      'Choose the events “Issue created” and “Issue updated”, and save.',
    ],
    asked: {
      projects: 'Projects by their keys',
      example: 'EMEA',
      token: 'An API token of the account',
    },
  },
  github: {
    title: 'GitHub',
    name: 'github',
    tells: 'issues, milestones, releases, deployments',
    usual: ['github/issue-labelled', 'github/milestone-closed'],
    steps: [
      'Open Settings → Webhooks of the repository or the organisation, and add a webhook.',
      'Paste the address as its payload URL, choose the content type application/json, and paste the secret.',
      'Choose the events Issues, Milestones, Releases and Deployment statuses, and add it.',
    ],
    asked: {
      projects: 'Repositories by their full names',
      example: 'octo-org/checkout',
      token: 'A token that may read issues, contents and deployments',
      url: 'https://api.github.com',
    },
  },
  gitlab: {
    title: 'GitLab',
    name: 'gitlab',
    tells: 'issues and epics, milestones, releases, deployments',
    usual: ['gitlab/issue-labelled', 'gitlab/milestone-closed'],
    steps: [
      'Open Settings → Webhooks of the project or the group, and add a webhook.',
      'Paste the address as its URL, and the secret as its secret token.',
      'Choose the triggers Issues, Milestone, Releases and Deployment events, and add it.',
    ],
    asked: {
      projects: 'Projects by their paths',
      example: 'contoso/checkout',
      token: 'A token with read_api',
      url: 'https://gitlab.com/api/v4',
    },
  },
  'azure-devops': {
    title: 'Azure DevOps',
    name: 'azure-devops',
    tells: 'work items done, target dates',
    usual: ['azure-devops/work-item-done'],
    steps: [
      'Open Project settings → Service hooks and create a subscription of the kind Web Hooks.',
      'Choose the trigger “Work item updated”.',
      'Paste the address as its URL; the user name of basic authentication may be anything, the secret is its password. Leave “Resource details to send” at All.',
    ],
  },
  servicenow: {
    title: 'ServiceNow',
    name: 'servicenow',
    tells: 'changes closed as successful',
    usual: ['servicenow/change-closed'],
    steps: [
      'Make an outbound REST message with the address as its endpoint, and basic authentication: any user name, the secret as password.',
      'Make a business rule on Change Request, after update, when the state becomes Closed, that sends it. The documentation of mappings has its script, ready to paste.',
    ],
  },
  salesforce: {
    title: 'Salesforce',
    name: 'salesforce',
    tells: 'records that reach a stage, close dates',
    usual: ['salesforce/record-reaches'],
    steps: [
      'Open Setup → Outbound Messages, make a message for the object, and choose the fields that are needed.',
      'Paste the address, with the secret in it as it stands here, as its endpoint URL. Do not send the session id.',
      'Let a flow or a workflow rule send it when the record changes.',
    ],
  },
  generic: {
    title: 'Any other tool',
    name: 'events',
    tells: 'whatever can send JSON: a pipeline, a script, a learning platform',
    usual: [],
    steps: [
      'Let it send JSON by POST to the address, with the secret in the header X-Waymark-Token.',
      'If it can sign, better so: Standard Webhooks, or X-Waymark-Signature with the HMAC-SHA256 of the body.',
    ],
  },
};

/** The kinds as they are offered. */
export const KINDS = Object.keys(TOOLS) as readonly Kind[];

/** Where a tool sends to. @param secret known only just after it was made; only Salesforce needs it in there */
export function addressOf({ name, kind }: Pick<Source, 'name' | 'kind'>, secret?: string): string {
  const address = `${window.location.origin}/api/v1/webhooks/${name}`;
  if (kind !== 'salesforce') return address;
  return `${address}?secret=${secret ? encodeURIComponent(secret) : '<its secret>'}`;
}

/** A secret that nobody has to remember: 32 random bytes. */
export function makeSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
