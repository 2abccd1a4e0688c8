import { HttpProblem } from '../http/http-problem.js';

/** How many streams may be open at once: of one key or person, and of a process. */
export interface MostStreams {
  readonly each: number;
  readonly all: number;
}

const MOST_STREAMS: MostStreams = { each: 50, all: 5_000 };
const COME_BACK_SECONDS = '10';

/** The places of those who listen, so that nobody takes them all. */
export class Places {
  private readonly taken = new Map<string, number>();
  private all = 0;

  constructor(private readonly most: MostStreams = MOST_STREAMS) {}

  /**
   * Takes a place for a key or person.
   * @returns what gives it back; calling it twice changes nothing
   * @throws HttpProblem `too-many-requests`
   */
  take(who: string): () => void {
    const own = this.taken.get(who) ?? 0;
    if (own >= this.most.each) throw refused(`${own} streams of yours are open; close one first.`);
    if (this.all >= this.most.all) throw refused('Too many streams are open here; come back soon.');
    this.taken.set(who, own + 1);
    this.all++;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.all--;
      const left = (this.taken.get(who) ?? 1) - 1;
      if (left === 0) this.taken.delete(who);
      else this.taken.set(who, left);
    };
  }
}

function refused(message: string): HttpProblem {
  return new HttpProblem('too-many-requests', message, {
    headers: { 'retry-after': COME_BACK_SECONDS },
  });
}
