import { linkOf, type Message, moreOf, type NoticeSeverity } from './message.js';

/** A mail, its text beside its HTML. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const COLOUR: Readonly<Record<NoticeSeverity, string>> = {
  critical: '#c92a2a',
  warning: '#d9480f',
  info: '#495057',
};

/** A message as a mail: nothing in it is loaded from anywhere. */
export function mailOf(message: Message): Mail {
  const more = moreOf(message);
  const lines = message.notices.map(({ text, path }) => {
    const link = linkOf(message, path);
    return `- ${text}${link === undefined ? '' : `\n  ${link}`}`;
  });
  const items = message.notices.map(({ severity, text, path }) => {
    const link = linkOf(message, path);
    const said = `<span style="color:${COLOUR[severity]}">&#9679;</span> ${escapedHtml(text)}`;
    return `<li>${said}${link === undefined ? '' : ` <a href="${escapedHtml(link)}">Open</a>`}</li>`;
  });
  const end = more === undefined ? '' : `<p>${escapedHtml(more)}</p>`;
  return {
    // a line break would begin another header; nodemailer folds it away as well
    subject: message.title.replace(/\s+/g, ' ').trim(),
    text: [message.title, '', ...lines, ...(more === undefined ? [] : ['', more]), ''].join('\n'),
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapedHtml(message.title)}</title><body style="font-family:sans-serif"><h1 style="font-size:1.2em">${escapedHtml(message.title)}</h1><ul style="list-style:none;padding:0">${items.join('')}</ul>${end}</body></html>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
