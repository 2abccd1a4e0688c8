/** A piece of a text: as it was written, or an address that it leads to. */
export interface Piece {
  readonly text: string;
  /** Where it leads; absent: it is plain text. */
  readonly href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence or a bracket rather than an address. */
const TAIL = /[.,;:!?)\]}'”’]+$/;

/** A text cut into plain pieces and the web addresses in it, in order; put together it is the text. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const href = found.replace(TAIL, '');
    if (!URL.canParse(href)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: href, href });
    from = index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
