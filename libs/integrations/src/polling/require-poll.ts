import { addDuration, parseDuration } from '#lib/domain';
import type { SourceKind } from '../mappings/tool-delivery.js';
import { SourceUnfit } from '../sources/errors.js';
import type { Credentials, PollWish } from './poll.js';
import { POLLED_TOOLS } from './tools.js';

/** What is known of a poll before it is changed. */
export interface KnownPoll {
  readonly url: string | null;
  readonly projects: readonly string[];
  readonly every: string;
  readonly credentials: Credentials;
}

const USUAL_RHYTHM = 'PT15M';
const SHORTEST_MS = 60_000;
const LONGEST_MS = 7 * 86_400_000;

/** The poll that is wished, whole. @throws SourceUnfit */
export function requirePoll(
  kind: SourceKind,
  wish: PollWish,
  before: KnownPoll | undefined,
): KnownPoll {
  const tool = POLLED_TOOLS[kind];
  if (!tool) {
    const message = `Sources of the kind "${kind}" cannot be asked; github, gitlab and jira can. Leave it out.`;
    throw new SourceUnfit('/poll', message);
  }
  const url = urlOf(wish.url) ?? before?.url ?? null;
  if (url === null && tool.url === undefined) {
    throw new SourceUnfit('/poll/url', 'Name your site, as https://contoso.atlassian.net.');
  }
  const projects = wish.projects ?? before?.projects ?? [];
  const wrong = projects.findIndex((project) => !tool.project.test(project));
  if (wrong >= 0) throw new SourceUnfit(`/poll/projects/${wrong}`, tool.projectIs);
  if (projects.length === 0) throw new SourceUnfit('/poll/projects', tool.projectIs);
  const every = wish.every ?? before?.every ?? USUAL_RHYTHM;
  requireRhythm(every);
  return { url, projects, every, credentials: credentialsOf(wish, before, url) };
}

/** Credentials are for one place: whoever names another gives others, and gets none that were there. */
function credentialsOf(
  { credentials }: PollWish,
  before: KnownPoll | undefined,
  url: string | null,
): Credentials {
  if (credentials) return credentials;
  if (!before) {
    throw new SourceUnfit('/poll/credentials', 'Asking needs a token that may read its projects.');
  }
  if (before.url === url) return before.credentials;
  const message =
    'Give the credentials for that address; those that are here are for the one before.';
  throw new SourceUnfit('/poll/credentials', message);
}

function urlOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.parse(given);
  const fit =
    url !== null &&
    ['https:', 'http:'].includes(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '');
  if (fit) return url.href.replace(/\/$/, '');
  const message = 'Not the address of a REST interface, such as https://git.example.com/api/v4.';
  throw new SourceUnfit('/poll/url', message);
}

function requireRhythm(every: string): void {
  const duration = parseDuration(every);
  const rhythm = duration && addDuration(0, duration);
  if (rhythm !== undefined && rhythm >= SHORTEST_MS && rhythm <= LONGEST_MS) return;
  throw new SourceUnfit(
    '/poll/every',
    'Not a duration of PT1M at least and P7D at most, as PT15M.',
  );
}
