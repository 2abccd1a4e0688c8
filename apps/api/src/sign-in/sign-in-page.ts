import { escaped, faultOf, field, page, type Refused, valueOf } from './page.js';

/** The ways in that the page offers. */
interface Ways {
  readonly localAccounts: boolean;
  readonly providers: readonly { readonly name: string; readonly title: string }[];
  /** Where to go afterwards: a path of ours. */
  readonly returnTo: string;
}

/** The page to sign in on: the providers, and a form where passwords are taken. */
export function signInPage(
  { localAccounts, providers, returnTo }: Ways,
  refused?: Refused,
): string {
  const query = `?returnTo=${encodeURIComponent(returnTo)}`;
  const links = providers.map(
    ({ name, title }) =>
      `<p><a href="/sign-in/${encodeURIComponent(name)}${query}">Sign in with ${escaped(title)}</a></p>`,
  );
  return page(
    'Sign in',
    [faultOf(refused), ...links, ...(localAccounts ? [form(refused)] : [])].join('\n'),
  );
}

function form(refused: Refused | undefined): string {
  return `<form method="post">
${field('email', 'Your e-mail address', `type="email" autocomplete="username" required${valueOf(refused?.form['email'])}`)}
${field('password', 'Your password', 'type="password" autocomplete="current-password" required maxlength="512"')}
${field('code', 'The code of your authenticator, if your account asks for one', 'inputmode="numeric" autocomplete="one-time-code" maxlength="20"')}
<p><button type="submit">Sign in</button></p>
</form>
<p>Without a password, or when it is lost, ask an administrator for a link.</p>`;
}
