import type { Owner } from '#lib/domain';

const FIRST =
  'Amina Anselm Beatriz Callum Dagny Eero Farida Gaspard Hana Idris Jelena Kofi Liv Mateus Nadia Oskar Petra Quentin Rosalind Sunil Tamsin Ulrich Violeta Wen Ximena Yusuf Zofia'.split(
    ' ',
  );
const LAST =
  'Abernock Bellwether Castoldi Dunmarrow Eskelund Farrowgate Grimsdottir Hollanberg Ivarsen Jarrowby Kestelmann Lindqvarn Marchetto Norrwick Okonjoma Pellistrini Quarrington Rosenhald Santoval Thackermoor Umbertone Vasquelle Wintersmoor Yamabori Zeligrad'.split(
    ' ',
  );

/** A person of the story who answers for a unit: the same number, the same person, nobody twice. */
export function ownerNumber(number: number): Owner {
  const turns = Math.floor(number / LAST.length);
  const first = FIRST[(number + turns * 5) % FIRST.length] as string;
  const last = LAST[number % LAST.length] as string;
  return { name: `${first} ${last}`, email: `${first}.${last}@example.com`.toLowerCase() };
}
