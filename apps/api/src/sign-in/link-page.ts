import type { LinkShown, MadeLink } from '#lib/access';

/** What the form held when it was refused, and why it was. */
interface Refused {
  readonly fault: string;
  readonly form: Readonly<Record<string, string>>;
}

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
    `${refused ? `<p role="alert"><strong>${escaped(refused.fault)}</strong></p>` : ''}
<p>${escaped(sayingOf(shown))}</p>
<form method="post">
${fields.join('\n')}
<p><button type="submit">Sign in</button></p>
</form>`,
  );
}

/** The page of a link that cannot be used. */
export function overPage(why: string): string {
  return page('This link cannot be used', `<p>${escaped(why)}</p>`);
}

function sayingOf({ purpose, person, program }: LinkShown): string {
  return purpose === 'first' || person === null
    ? `This signs you in as the first administrator of the program ${program}. The link works once.`
    : `This signs you in as ${person.name} (${person.email}). The link works once, and signs you out elsewhere.`;
}

function field(name: string, label: string, attributes: string): string {
  return `<p><label for="${name}">${escaped(label)}</label><br><input id="${name}" name="${name}" ${attributes}></p>`;
}

function valueOf(text: string | undefined): string {
  return text === undefined ? '' : ` value="${escaped(text)}"`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Waymark</title>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ESCAPES[one] as string);
}
