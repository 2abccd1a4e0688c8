import type { LinkShown, MadeLink } from '#lib/access';
import { escaped, faultOf, field, page, type Refused, valueOf } from './page.js';

/** The address of a link, for whoever it is given to. */
export function linkAddress(origin: string, { token }: Pick<MadeLink, 'token'>): string {
  return `${origin}/sign-in/link/${token}`;
}

/** The page of a link: what it is for, and the form that uses it. No script, nothing from elsewhere. */
export function linkPage(shown: LinkShown, refused?: Refused): string {
  const { person, takesPassword, needsCode } = shown;
  const kept = refused?.form ?? {};
  const fields = [
    ...(person === null
      ? [
          field(
            'name',
            'Your name',
            `autocomplete="name" required maxlength="200"${valueOf(kept['name'])}`,
          ),
          field(
            'email',
            'Your e-mail address',
            `type="email" autocomplete="username" required${valueOf(kept['email'])}`,
          ),
        ]
      : []),
    ...(takesPassword
      ? [
          field(
            'password',
            'A new password, 12 characters or more (left empty, you are signed in this once)',
            'type="password" autocomplete="new-password" minlength="12" maxlength="128"',
          ),
        ]
      : []),
    ...(needsCode
      ? [
          field(
            'code',
            'The code of your authenticator',
            'inputmode="numeric" autocomplete="one-time-code" required maxlength="20"',
          ),
        ]
      : []),
  ];
  return page(
    'Sign in',
    `${faultOf(refused)}
<p>${escaped(sayingOf(shown))}</p>
<form method="post">
${fields.join('\n')}
<p><button type="submit">${shown.purpose === 'visit' ? 'Open the demo' : 'Sign in'}</button></p>
</form>`,
  );
}

/** The page of a link that cannot be used. */
export function overPage(why: string): string {
  return page(
    'This link cannot be used',
    `<p>${escaped(why)}</p>
<p><a href="/sign-in">Sign in another way</a></p>`,
  );
}

function sayingOf({ purpose, person, program }: LinkShown): string {
  return purpose === 'first' || person === null
    ? `This signs you in as the first administrator of the program ${program}. The link works once.`
    : `This signs you in as ${person.name} (${person.email}). The link works once, and signs you out elsewhere.`;
}
