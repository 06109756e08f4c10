import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { readSound } from './read-sound.ts';

const person = z.strictObject({ name: z.string(), links: z.array(z.strictObject({ href: z.url() })).optional() });
const fields = { id: z.string(), at: z.strictObject({ x: z.number(), y: z.number().optional() }).optional() };
const strict = z.strictObject({ ...fields, people: z.array(person).optional() });
const read = (raw: unknown) => {
  const { data, issues } = readSound(strict, raw, strict.extend({ id: z.string().default('none') }));
  return { data, count: issues.length };
};

test.each([
  ['nothing wrong', { id: 'a' }, { id: 'a' }, 0],
  ['a field that is not known', { id: 'a', b: 1 }, { id: 'a' }, 1],
  ['a needed field with a default', { at: { x: 1 } }, { id: 'none', at: { x: 1 } }, 1],
  ['a field within a field', { id: 'a', at: { x: 1, y: 'b' } }, { id: 'a', at: { x: 1 } }, 1],
  ['a needed field within a field', { id: 'a', at: { x: 'b', y: 1 } }, { id: 'a' }, 1],
  [
    'several entries of a list',
    { id: 'a', people: [{ nam: 'x' }, { name: 'y', links: [{ href: 'z' }, { href: 'https://a.b' }] }, { name: 1 }] },
    { id: 'a', people: [{ name: 'y', links: [{ href: 'https://a.b' }] }] },
    4,
  ],
  ['no fields at all', ['a'], null, 1],
  ['nothing', null, null, 1],
])('%s', (_, raw, data, count) => expect(read(raw)).toEqual({ data, count }));

test('the data given stay as they are', () => {
  const raw = { id: 'a', people: [{ name: 1 }] };
  read(raw);
  expect(raw).toEqual({ id: 'a', people: [{ name: 1 }] });
});
