import { STYLE_PATH } from './style.js';

/** What a page shows. */
export interface Shown {
  readonly title: string;
  /** HTML, escaped already. */
  readonly body: string;
  /** The code of the problem that the page tells, for programs that read it. */
  readonly problem?: string;
}

/** A whole page that needs no script. */
export function page({ title, body, problem }: Shown): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${problem === undefined ? '' : `<meta name="problem" content="${escaped(problem)}">\n`}<title>${escaped(title)} · Waymark</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<header><a href="/"><img src="/favicon.svg" width="32" height="32" alt="">Waymark</a></header>
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

/** Text within HTML, in attributes too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ESCAPES[one] as string);
}
