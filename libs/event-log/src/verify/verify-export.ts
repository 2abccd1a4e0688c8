import { nameOf, signatureFault } from '../heads/check-heads.js';
import { LineDigest } from '../heads/line-digest.js';
import { TrustedKeys } from '../heads/signing-keys.js';
import { type Line, type LineOf, ORDER, parseLine } from '../lines.js';
import { ChainCheck } from './chain-check.js';
import type { Finding } from './finding.js';
import { expectedOf, faultsOf, type Given, lastGiven } from './given.js';
import { type ExpectedHead, HeadsOnChain } from './heads-on-chain.js';
import { type Basis, type Report, reportOf } from './report.js';

/**
 * Verifies an exported log without a database: computes its chain again and holds it against the
 * heads and public keys that are given. Nothing in the file is believed but what those prove.
 * @param lines without line ends; a page of them is in memory at most
 * @param program that it must be of; undefined: the one it says
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  given: Given,
  program?: string,
): Promise<Report> {
  const reading = new Reading(given, program);
  for await (const text of lines) {
    reading.take(text);
    if (reading.over) break;
  }
  return reading.report();
}

class Reading {
  private number = 0;
  private phase = -1;
  private readonly chain = new ChainCheck();
  private readonly digest = new LineDigest();
  private expected: readonly ExpectedHead[] = [];
  private held = new HeadsOnChain([]);
  private fault: Finding | undefined;
  private header: LineOf<'waymark-log'> | undefined;
  private closing: LineOf<'head'> | undefined;
  private signed: LineOf<'signed-head'> | undefined;
  private sealHolds = false;

  constructor(
    private readonly given: Given,
    private readonly wanted: string | undefined,
  ) {}

  /** Whether further lines would tell no more. */
  get over(): boolean {
    return this.fault !== undefined || this.held.finding !== undefined || this.chain.settled;
  }

  take(text: string): void {
    this.number += 1;
    if (text.trim() === '') return;
    const line = parseLine(text);
    if (typeof line === 'string') {
      this.unfit(`Line ${this.number} cannot be read: ${line}`);
      return;
    }
    if (!this.inOrder(line)) {
      this.unfit(`Line ${this.number}: a "${line.line}" line does not belong there.`);
      return;
    }
    if (line.line !== 'signed-head') this.digest.add(text.trimEnd());
    if (line.line === 'waymark-log') this.takeHeader(line);
    else if (line.line === 'event') this.takeEvent(line);
    else if (line.line === 'head') this.closing = line;
    else if (line.line === 'signed-head') this.takeSigned(line);
  }

  report(): Report {
    const { chain, given, signed } = this;
    const keys = new TrustedKeys(given.publicKeys);
    keys.follow(signed?.keys ?? []);
    const program = this.wanted ?? this.header?.program ?? '';
    const broken = this.broken();
    const findings = [
      ...(broken ? [broken] : []),
      ...faultsOf(given, program, keys),
      ...(broken ? [] : this.ownFaults(keys)),
    ];
    const certain = keys.all.length > 0 && signed !== undefined && findings.length === 0;
    const bases: Basis[] = [];
    const sound = Math.min(chain.position, (broken?.position ?? Number.POSITIVE_INFINITY) - 1);
    const last = lastGiven(this.expected, sound);
    if (last) bases.push(basisOfGiven(last, given));
    if (certain) {
      const says = `lie under ${nameOf(signed.head)}, which the key ${signed.head.keyId} signed.`;
      bases.push({ upTo: signed.head.position, says });
    }
    return reportOf({
      program,
      length: chain.position,
      hash: chain.hash,
      findings,
      bases,
      also: this.alsoSaid(certain),
    });
  }

  private takeHeader(header: LineOf<'waymark-log'>): void {
    this.header = header;
    const { program } = header;
    if (this.wanted !== undefined && this.wanted !== program) {
      this.unfit(`The file says that it is of the program "${program}", not "${this.wanted}".`);
    }
    this.expected = expectedOf(this.given, program);
    this.held = new HeadsOnChain(this.expected);
  }

  private takeEvent(event: LineOf<'event'>): void {
    const { chain } = this;
    const hash = Buffer.from(event.hash, 'base64');
    if (chain.take({ event, hash, line: this.number })) {
      this.held.pass(chain.position, chain.hash);
    }
  }

  private takeSigned(line: LineOf<'signed-head'>): void {
    this.signed = line;
    const { seal } = line;
    this.sealHolds = seal.lines === this.digest.lines && seal.sha256 === this.digest.end();
  }

  /** The first thing that is wrong with the events, in the order of the file. */
  private broken(): Finding | undefined {
    const { chain, closing, held } = this;
    const first = held.finding ?? chain.finding ?? this.fault;
    if (first) return first;
    const { position } = chain;
    const end = { position: position + 1 };
    if (!closing) {
      const says = `The file ends after event ${position}, before its last lines: its end was cut off.`;
      return { kind: 'cut', says, ...end };
    }
    const beyond = held.end(position);
    if (beyond) return beyond;
    if (closing.position > position) {
      const says = `The file has ${position} events, but its head is of position ${closing.position}: its end was cut off.`;
      return { kind: 'cut', says, ...end };
    }
    if (closing.position === position && closing.hash === chain.hash.toString('base64')) return;
    const says = `The head at the end of the file is not that of event ${position}.`;
    return { kind: 'hash', says, position: Math.max(position, 1) };
  }

  /** What is wrong with the signed head at the end of the file. */
  private ownFaults(keys: TrustedKeys): readonly Finding[] {
    const { signed, chain, given } = this;
    if (!signed) {
      const missing = given.publicKeys.length > 0 && given.heads.length === 0;
      const says =
        'The file has no signed head, so that the public key proves nothing of it. It was exported by an older Waymark, or the signed head was taken out.';
      return missing ? [{ kind: 'signature', says }] : [];
    }
    const { head, seal } = signed;
    if (head.position !== chain.position || head.hash !== chain.hash.toString('hex')) {
      const says = `The signed head at the end of the file, ${nameOf(head)}, is not that of event ${chain.position}.`;
      return [{ kind: 'signature', says }];
    }
    if (head.program !== this.header?.program) {
      const says = `The signed head at the end of the file is of the program "${head.program}".`;
      return [{ kind: 'signature', says }];
    }
    const findings: Finding[] = [];
    if (!this.sealHolds) {
      const says =
        'A line that is no event (the header, a model or a key) was changed, added or taken out after the export: the lines are not those that were sealed.';
      findings.push({ kind: 'hash', says });
    }
    if (keys.all.length === 0) return findings;
    const fault = signatureFault(head, keys);
    if (fault) return [...findings, fault];
    if (keys.signed(seal) === true) return findings;
    const says = 'The seal over the lines of the file was not signed by a key that is trusted.';
    return [...findings, { kind: 'signature', says }];
  }

  private alsoSaid(certain: boolean) {
    const proved: string[] = [];
    const notProved: string[] = [];
    if (certain) {
      proved.push(
        'The other lines of the file (header, uploaded models, keys) are those that were exported.',
      );
      notProved.push(
        'That nothing was recorded after the last signed head, and that the public key is that of the server: make sure of the key by another way than this file.',
      );
    } else {
      notProved.push(
        'That the other lines of the file (header, uploaded models, keys) are those that were exported.',
      );
    }
    return { proved, notProved };
  }

  private inOrder(line: Line): boolean {
    const phase = ORDER.indexOf(line.line);
    const before = this.phase;
    this.phase = phase;
    if (before < 0) return phase === 0;
    const again = line.line === 'model' || line.line === 'key' || line.line === 'event';
    const complete = line.line !== 'signed-head' || this.closing !== undefined;
    return complete && (phase > before || (again && phase === before));
  }

  private unfit(says: string): void {
    const position = this.chain.position + 1;
    this.fault ??= {
      kind: 'form',
      says,
      line: this.number,
      ...(this.closing ? {} : { position }),
    };
  }
}

function basisOfGiven(head: ExpectedHead, { publicKeys }: Given): Basis {
  const checked = publicKeys.length > 0 ? '' : ' (its signature was not checked: no --public-key)';
  const says = `lie under ${head.name}: the hash at ${head.position} is the one you kept${checked}.`;
  return { upTo: head.position, says };
}
