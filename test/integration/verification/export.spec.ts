import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import {
  type FindingKind,
  type Given,
  LogImportFault,
  readHeads,
  readPublicKeys,
  type Report,
  verifyExport,
} from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { newProgram } from '../event-log/fixture.js';
import { from, newSecrets, SignedOffice } from './office.js';

const NOTHING: Given = { heads: [], publicKeys: [] };

describe('an exported log, verified offline', () => {
  let db: TestDatabase;
  let office: SignedOffice;
  let program: ProgramId;
  let lines: string[];
  let withHead: Given;
  let withKey: Given;
  beforeAll(async () => {
    db = await startTestDatabase();
    office = new SignedOffice(db);
    program = await office.program(10);
    await office.sign(program);
    await office.record(program, 5);
    await db.admin(
      `INSERT INTO model_version VALUES ($1, 'own-model', 1, 'hash', 'id: own-model')`,
      [program],
    );
    lines = await office.export(program);
    const heads = await office.heads.list(program, { limit: 10 });
    withHead = { heads: heads.filter(({ position }) => position === 10), publicKeys: [] };
    withKey = { heads: [], publicKeys: [office.heads.keys.present.publicKey] };
  });
  afterAll(async () => {
    await office.close();
    await db.close();
  });

  const verified = (given: Given, changed: readonly string[] = lines, of?: string) =>
    verifyExport(from(changed), given, of);
  const place = (position: number) =>
    lines.findIndex((line) => line.includes(`"line":"event","position":${position},`));
  const kinds = ({ findings }: Report) => findings.map(({ kind }) => kind);

  it('says what fits together, and that this proves nothing yet', async () => {
    const report = await verified(NOTHING);
    expect(report).toMatchObject({ ok: true, program, length: 15, provedUpTo: 0 });
    expect(report.proved.join()).toContain('Events 1 to 15: the chain fits');
    expect(report.notProved.join('\n')).toMatch(/That nobody wrote events 1 to 15 anew/);
    expect(report.notProved.join('\n')).toMatch(/header, uploaded models, keys/);
  });

  it('is proved up to a head that was kept', async () => {
    const report = await verified(withHead);
    expect(report).toMatchObject({ ok: true, provedUpTo: 10 });
    expect(report.proved[0]).toMatch(/Events 1 to 10 lie under head 1/);
    expect(report.proved[0]).toContain('its signature was not checked');
    expect(report.notProved[0]).toMatch(/events 11 to 15/);
  });

  it('is proved up to a head that was only noted down', async () => {
    const { head } = await office.log.verify(program);
    const given = {
      heads: readHeads(JSON.stringify({ ok: true, length: 15, head }), 'x'),
      publicKeys: [],
    };
    expect(await verified(given)).toMatchObject({ ok: true, provedUpTo: 15 });
  });

  it('is proved whole by the public key', async () => {
    const report = await verified(withKey);
    expect(report).toMatchObject({ ok: true, provedUpTo: 15 });
    expect(report.notProved.join()).toMatch(/make sure of the key by another way/);
    expect(await verified(withKey, await office.export(program, 'none'))).toMatchObject({
      ok: true,
      provedUpTo: 15,
    });
  });

  it('is not proved by another key, nor by heads of another program', async () => {
    const stranger = new SignedOffice(db, newSecrets(), `${db.headsFile}.stranger`);
    const other = { heads: [], publicKeys: [stranger.heads.keys.present.publicKey] };
    expect(await verified(other)).toMatchObject({ ok: false, findings: [{ kind: 'signature' }] });
    const elsewhere = await office.program(3);
    await office.sign(elsewhere);
    const heads = await office.heads.list(elsewhere, { limit: 1 });
    expect(kinds(await verified({ heads, publicKeys: [] }))).toEqual(['heads']);
    expect(kinds(await verified(NOTHING, lines, elsewhere))).toEqual(['form']);
    await stranger.close();
  });

  it('is still proved by a key that the server has changed since', async () => {
    const { keys } = office.heads;
    const secrets = { ...office.secrets };
    const seed = newSecrets().masterKey;
    const headKeyChanges = [keys.handOver(seed, '2026-11-22T00:00:00.000Z')];
    const renewed = new SignedOffice(
      db,
      { ...secrets, headKey: seed, headKeyChanges },
      `${db.headsFile}.renewed`,
    );
    const later = await renewed.export(program);
    expect(await verified(withKey, later)).toMatchObject({ ok: true, provedUpTo: 15 });
    const forged = later.map((line, index) =>
      index < later.length - 1 ? line : line.replace(/"endorsement":"../, '"endorsement":"AA'),
    );
    expect(await verified(withKey, forged)).toMatchObject({ ok: false });
    await renewed.loseFile();
    await renewed.close();
    await db.admin('DELETE FROM signed_head WHERE program_id = $1 AND number > 2', [program]);
  });

  describe('by somebody who cannot sign', () => {
    const spoilt: [string, (all: string[]) => void, FindingKind, number | undefined][] = [
      [
        'an event was edited',
        (all) => edit(all, place(6), 'hub.launched', 'coe.formed'),
        'hash',
        6,
      ],
      [
        'its hash was replaced',
        (all) => edit(all, place(6), /"hash":"..../, '"hash":"AAAA'),
        'hash',
        6,
      ],
      ['an event was taken out', (all) => void all.splice(place(6), 1), 'gap', 6],
      ['two events were exchanged', (all) => exchange(all, place(6), place(12)), 'order', 6],
      [
        'an event is there twice',
        (all) => void all.splice(place(7), 0, all[place(6)] as string),
        'order',
        7,
      ],
      ['the tail was cut, the head left', (all) => void all.splice(place(13), 3), 'cut', 13],
      ['everything after an event was cut', (all) => void all.splice(place(13)), 'cut', 13],
      ['it ends in the middle of a line', (all) => cutLine(all, place(13)), 'form', 13],
      ['the head was edited', (all) => edit(all, -2, '"position":15', '"position":14'), 'hash', 15],
      [
        'a key was replaced',
        (all) => edit(all, 2, /"secret":"..../, '"secret":"AAAA'),
        'hash',
        undefined,
      ],
      [
        'a model was edited',
        (all) => edit(all, 1, 'own-model"}', 'own-model, "}'),
        'hash',
        undefined,
      ],
      [
        'the header was edited',
        (all) => edit(all, 0, '"exportedAt":"2', '"exportedAt":"1'),
        'hash',
        undefined,
      ],
      ['the signed head was taken out', (all) => void all.pop(), 'signature', undefined],
      [
        'the signature was edited',
        (all) => edit(all, -1, /"signature":"..../, '"signature":"AAAA'),
        'signature',
        undefined,
      ],
      [
        'the signature was written in another way',
        (all) =>
          edit(
            all,
            -1,
            /"signature":"([^"]+).=="/,
            (_, most) => `"signature":"${most}${otherEnd(all)}=="`,
          ),
        'form',
        undefined,
      ],
      ['a line was added', (all) => void all.push(all[3] as string), 'form', undefined],
    ];
    it.each(spoilt)('is found out with the public key where %s', async (_, spoil, kind, at) => {
      const changed = [...lines];
      spoil(changed);
      const report = await verified(withKey, changed);
      expect(report).toMatchObject({ ok: false, findings: [{ kind }] });
      expect(report.firstBroken).toBe(at);
    });

    it('who computes all hashes and the seal again is found out by a head or the key alone', async () => {
      // another program's log under the name of this one, sealed by another server
      const stranger = new SignedOffice(db, newSecrets(), `${db.headsFile}.forger`);
      const forgery = (await stranger.export(await stranger.program(15))).map((line) =>
        line.replaceAll(/"program":"[^"]+"/g, `"program":"${program}"`),
      );
      forgery.pop();
      expect(await verified(NOTHING, forgery)).toMatchObject({ ok: true, provedUpTo: 0 });
      expect(await verified(withHead, forgery)).toMatchObject({
        ok: false,
        firstBroken: 1,
        provedUpTo: 0,
        findings: [{ kind: 'fork' }],
      });
      expect(kinds(await verified(withKey, forgery))).toEqual(['signature']);
      await stranger.loseFile();
      await stranger.close();
    });
  });

  it('is not taken in again where it does not verify', async () => {
    const taken = async (changed: readonly string[]) =>
      office.log.importLog(await newProgram(db.database), from(changed), () => Promise.resolve());
    const resealed = [...lines];
    edit(resealed, 1, 'own-model"}', 'own-model, "}');
    await expect(taken(resealed)).rejects.toThrow(/a line before was changed/);
    const resigned = [...lines];
    edit(resigned, -1, /"signature":"..../, '"signature":"AAAA');
    await expect(taken(resigned)).rejects.toBeInstanceOf(LogImportFault);
    await expect(taken(await office.export(program, 'none'))).rejects.toThrow(/without its keys/);
    expect(await taken(lines)).toMatchObject({ position: 15 });
    // as an older Waymark wrote it
    const older = lines.slice(0, -1).map((line) => line.replace('"format":2', '"format":1'));
    expect(await taken(older)).toMatchObject({ position: 15 });
    expect(await verified(NOTHING, older)).toMatchObject({ ok: true });
  });

  it('takes heads and keys in every form in which they are given out', async () => {
    const heads = await office.heads.list(program, { limit: 10 });
    const lined = heads.map((head) => JSON.stringify(head)).join('\n');
    for (const text of [
      JSON.stringify({ items: heads, next: null }),
      JSON.stringify(heads),
      lined,
    ]) {
      expect(readHeads(text, 'heads')).toEqual(heads);
    }
    expect(readHeads(lines.at(-1) as string, 'line')).toEqual(heads.slice(0, 1));
    expect(() => readHeads('{}', 'heads.json')).toThrow(
      'heads.json holds something that is no head',
    );
    const { publicKey } = office.heads.keys.present;
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(publicKey, 'base64'),
    ]).toString('base64');
    const pem = `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`;
    const listed = JSON.stringify({ items: [{ keyId: 'x', publicKey, pem }], changes: [] });
    for (const text of [publicKey, spki, pem, listed]) {
      expect(readPublicKeys(text, 'key')).toEqual([publicKey]);
    }
    expect(() => readPublicKeys('not a key', 'key')).toThrow('no Ed25519 public key');
  });
});

/** The last letter of the first signature with its unused bits set: the same bytes to most decoders. */
function otherEnd(all: readonly string[]): string {
  const letter = /"signature":"[^"]+(.)=="/.exec(all.at(-1) as string)?.[1] as string;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return alphabet[alphabet.indexOf(letter) | 1] as string;
}

type By = string | ((whole: string, ...parts: string[]) => string);

function edit(all: string[], at: number, what: string | RegExp, by: By): void {
  const index = at < 0 ? all.length + at : at;
  const changed = (all[index] as string).replace(what, by as string);
  expect(changed).not.toBe(all[index]);
  all[index] = changed;
}

function exchange(all: string[], one: number, other: number): void {
  [all[one], all[other]] = [all[other] as string, all[one] as string];
}

function cutLine(all: string[], at: number): void {
  const half = (all[at] as string).slice(0, 100);
  all.splice(at, all.length, half);
}
