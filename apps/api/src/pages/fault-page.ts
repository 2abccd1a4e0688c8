import type { Problem } from '#lib/contracts';
import { escaped, page } from './page.js';

/** Said to people instead of what programs are told. */
const DETAILS: Readonly<Record<string, string>> = {
  'not-found': 'The address may be misspelt, or what was there is gone.',
  'provider-unknown': 'This way to sign in is not offered here.',
};

/** What a browser shows of a problem; `signIn`: of one on the way in. */
export function faultPage(problem: Problem, { signIn }: { readonly signIn: boolean }): string {
  const code = problem.type.replace('urn:waymark:problem:', '');
  const detail = DETAILS[code] ?? problem.detail;
  const [href, label] = signIn ? ['/sign-in', 'Sign in'] : ['/', 'Go to the overview'];
  return page({
    title: code === 'not-found' ? 'There is nothing at this address' : problem.title,
    body: `<p>${escaped(detail)}</p>
<p><a class="way" href="${href}">${label}</a></p>
<p class="quiet">For programs: <a href="/api/docs">the API and its documentation</a>.</p>`,
    problem: code,
  });
}
