import type { SourceKind } from '../mappings/tool-delivery.js';
import { GITHUB_LISTS } from './github.js';
import { GITLAB_LISTS } from './gitlab.js';
import { JIRA_LISTS } from './jira.js';
import type { Credentials } from './poll.js';
import type { ListReader } from './reading.js';

/** A tool that can be asked for what it did not send. */
export interface PolledTool {
  /** Where it is for everybody; undefined: everybody has their own. */
  readonly url?: string;
  /** What a project is named by, and how to say so. */
  readonly project: RegExp;
  readonly projectIs: string;
  readonly lists: Readonly<Record<string, ListReader>>;
  headers(credentials: Credentials): Readonly<Record<string, string>>;
}

const bearer = ({ token }: Credentials) => ({ authorization: `Bearer ${token}` });
const AGENT = { 'user-agent': 'Waymark', accept: 'application/json' };

/** By the kind of the source. */
export const POLLED_TOOLS: Partial<Readonly<Record<SourceKind, PolledTool>>> = {
  github: {
    url: 'https://api.github.com',
    project: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/,
    projectIs: 'A repository is named as octo-org/checkout.',
    lists: GITHUB_LISTS,
    headers: (credentials) => ({
      ...{ ...AGENT, ...bearer(credentials), accept: 'application/vnd.github+json' },
      'x-github-api-version': '2022-11-28',
    }),
  },
  gitlab: {
    url: 'https://gitlab.com/api/v4',
    project: /^(?!.*\/\.{1,2}(\/|$))[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_.-]+){1,20}$/,
    projectIs: 'A project is named by its path, as contoso/checkout.',
    lists: GITLAB_LISTS,
    headers: (credentials) => ({ ...AGENT, ...bearer(credentials) }),
  },
  jira: {
    project: /^[A-Z][A-Z0-9_]{0,63}$/,
    projectIs: 'A project is named by its key, as EMEA.',
    lists: JIRA_LISTS,
    headers: ({ user, token }) =>
      user === undefined
        ? { ...AGENT, ...bearer({ token }) }
        : {
            ...AGENT,
            authorization: `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`,
          },
  },
};
