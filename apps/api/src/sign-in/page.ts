/** What the form held when it was refused, and why it was. */
export interface Refused {
  readonly fault: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Why the form was refused, for above it; empty when it was not. */
export function faultOf(refused: Refused | undefined): string {
  return refused ? `<p role="alert"><strong>${escaped(refused.fault)}</strong></p>` : '';
}

/** A field of a form with its label. @param attributes HTML, escaped already */
export function field(name: string, label: string, attributes: string): string {
  return `<p><label for="${name}">${escaped(label)}</label><br><input id="${name}" name="${name}" ${attributes}></p>`;
}

/** What the field held when the form was refused, as an attribute. */
export function valueOf(text: string | undefined): string {
  return text === undefined ? '' : ` value="${escaped(text)}"`;
}

/** A whole page. No script, nothing from elsewhere. @param body HTML, escaped already */
export function page(title: string, body: string): string {
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

/** Text within HTML, in attributes too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ESCAPES[one] as string);
}
