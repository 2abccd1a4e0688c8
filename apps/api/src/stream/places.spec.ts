import { expect, test } from 'vitest';
import { Places } from './places.js';

test('nobody takes more than a share of the places, nor all together more than there are', () => {
  const places = new Places({ each: 2, all: 3 });
  const leave = places.take('a');
  places.take('a');
  expect(() => places.take('a')).toThrow('2 streams of yours are open');
  places.take('b');
  expect(() => places.take('c')).toThrow('Too many streams');
  leave();
  leave();
  places.take('c');
  expect(() => places.take('a')).toThrow('Too many streams');
});
