import { describe, expect, it } from 'vitest';
import { Guessing, networkOf } from './guessing.js';

describe('guessing', () => {
  it('makes an address wait that was wrong too often, but not those behind it who were right', () => {
    const guessing = new Guessing(3);
    guessing.right('a good key');
    for (let n = 0; n < 3; n++) {
      expect(guessing.waitFor('203.0.113.7', `guess ${n}`)).toBe(0);
      guessing.wrong('203.0.113.7');
    }
    expect(guessing.waitFor('203.0.113.7', 'guess 4')).toBe(10);
    expect(guessing.waitFor('203.0.113.7', 'a good key')).toBe(0);
    expect(guessing.waitFor('203.0.113.8', 'guess 4')).toBe(0);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:1::5', '2001:db8:0:1::/64'],
    ['2001:0db8::1:0:0:5', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
