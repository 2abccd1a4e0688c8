import { faultOf, type Field, fieldsOf, type Refused } from '../pages/form.js';
import { escaped, page } from '../pages/page.js';

/** Why somebody comes to the page: they signed out, left the demo, or were signed out. */
export type Came = 'sign-out' | 'demo' | 'session';

/** The ways in that the page offers. */
interface Ways {
  readonly localAccounts: boolean;
  readonly providers: readonly { readonly name: string; readonly title: string }[];
  /** Where to go afterwards: a path of ours. */
  readonly returnTo: string;
  /** Of which program; undefined: the one of the server itself. */
  readonly program: string | undefined;
  readonly after: Came | undefined;
  /** Nobody can sign in yet, and whoever asks sits at the machine that it runs on. */
  readonly firstHere: boolean;
}

const SAID: Readonly<Record<Came, string>> = {
  'sign-out': 'You are signed out.',
  demo: 'You have left the demo. Sign in to go on with your own program.',
  session: 'Your session is over. Sign in to go on where you were.',
};

/** The page to sign in on: the providers, and a form where passwords are taken. */
export function signInPage(ways: Ways, refused?: Refused): string {
  const { localAccounts, providers, returnTo, program, after, firstHere } = ways;
  const query = `?returnTo=${encodeURIComponent(returnTo)}`;
  const links = providers.map(
    ({ name, title }) =>
      `<p><a class="way" href="/sign-in/${encodeURIComponent(name)}${query}">Sign in with ${escaped(title)}</a></p>`,
  );
  const body = [
    faultOf(refused, FIELDS),
    ...(after && !refused ? [`<p class="said" role="status">${SAID[after]}</p>`] : []),
    ...(program ? [`<p>Program: <strong>${escaped(program)}</strong></p>`] : []),
    ...(firstHere ? [FIRST] : []),
    ...links,
    ...(links.length > 0 && localAccounts ? ['<p class="or">or</p>'] : []),
    ...(localAccounts && !firstHere ? [form(refused)] : []),
    ...(firstHere ? [] : [LOST]),
  ];
  return page({ title: 'Sign in', body: body.filter((part) => part !== '').join('\n') });
}

const FIRST = `<div class="said"><p>Nobody has an account here yet. When Waymark was started, it showed a link in the terminal: “To sign in as the first administrator”. Open that one.</p>
<p>Lost it? Stop Waymark and start it again: it shows a new one. With a database of your own there is none: make a person and a link with the administrator’s key, as <a href="/api/docs">the API’s documentation</a> tells.</p></div>`;

const LOST =
  '<p class="quiet">Without an account, or when a password is lost, ask an administrator for a link.</p>';

const FIELDS: readonly Field[] = [
  {
    name: 'email',
    label: 'Your e-mail address',
    attributes: 'type="email" autocomplete="username" required',
    ...{ keeps: true, suspect: true },
  },
  {
    name: 'password',
    label: 'Your password',
    attributes: 'type="password" autocomplete="current-password" required maxlength="512"',
    suspect: true,
  },
  {
    name: 'code',
    label: 'One-time code',
    hint: 'From your authenticator, if your account asks for one.',
    attributes: 'inputmode="numeric" autocomplete="one-time-code" maxlength="20"',
  },
];

function form(refused: Refused | undefined): string {
  // who comes anew begins with the address; who was refused has given it, and begins with the password
  const begin = refused?.form['email'] ? 'password' : 'email';
  const fields = FIELDS.map((field) => ({ ...field, first: field.name === begin }));
  return `<form method="post">
${fieldsOf(fields, refused)}
<button type="submit">Sign in</button>
</form>`;
}
