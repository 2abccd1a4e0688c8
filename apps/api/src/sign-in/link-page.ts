import type { LinkShown, MadeLink } from '#lib/access';
import { faultOf, type Field, fieldsOf, type Refused } from '../pages/form.js';
import { escaped, page } from '../pages/page.js';

/** The address of a link, for whoever it is given to. */
export function linkAddress(origin: string, { token }: Pick<MadeLink, 'token'>): string {
  return `${origin}/sign-in/link/${token}`;
}

/** The page of a link: what it is for, and the form that uses it. */
export function linkPage(shown: LinkShown, refused?: Refused): string {
  const fields = fieldsFor(shown);
  const visit = shown.purpose === 'visit';
  return page({
    title: visit ? 'Look around in the demo' : 'Sign in',
    body: `<p>${sayingOf(shown)}</p>
${faultOf(refused, fields)}
<form method="post">
${fieldsOf(fields, refused)}
<button type="submit">${visit ? 'Open the demo' : 'Sign in'}</button>
</form>
<p class="quiet">The link works once.${visit || shown.person === null ? '' : ' It signs you out everywhere else.'}</p>`,
  });
}

/** The page of a link that cannot be used. */
export function overPage(why: string): string {
  return page({
    title: 'This link cannot be used',
    body: `<p>${escaped(why)}</p>
<p><a class="way" href="/sign-in">Sign in another way</a></p>`,
    problem: 'link-over',
  });
}

function fieldsFor({ person, takesPassword, needsCode }: LinkShown): readonly Field[] {
  const name: Field = {
    name: 'name',
    label: 'Your name',
    attributes: 'autocomplete="name" required maxlength="200"',
    ...{ keeps: true, first: true },
  };
  const email: Field = {
    name: 'email',
    label: 'Your e-mail address',
    attributes: 'type="email" autocomplete="username" required',
    keeps: true,
  };
  const password: Field = {
    name: 'password',
    label: 'A new password',
    hint: '12 characters or more. Left empty, you are signed in this once.',
    attributes: 'type="password" autocomplete="new-password" minlength="12" maxlength="128"',
  };
  const code: Field = {
    name: 'code',
    label: 'One-time code',
    hint: 'From your authenticator.',
    attributes: 'inputmode="numeric" autocomplete="one-time-code" required maxlength="20"',
  };
  return [
    ...(person === null ? [name, email] : []),
    ...(takesPassword ? [password] : []),
    ...(needsCode ? [code] : []),
  ];
}

function sayingOf({ purpose, person, program }: LinkShown): string {
  if (purpose === 'visit') {
    return 'A fictional enterprise of some sixty units and four years of facts, in a program of its own. You are its administrator there: change what you like. Opening it ends the session that this browser has with Waymark.';
  }
  return person === null
    ? `This signs you in as the first administrator of the program <strong>${escaped(program)}</strong>.`
    : `This signs you in as <strong>${escaped(person.name)}</strong> (${escaped(person.email)}).`;
}
