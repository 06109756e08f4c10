import { expect, test } from 'vitest';
import { listShareLinks } from './share-links.ts';

test('links carry the title and the address as they are, whatever characters they have', () => {
  const links = listShareLinks('آب & خاک', 'https://x.y/fa/a.html?b=1');
  // Decoded by hand, by the rules of URLs, from what the networks document.
  const told = Object.fromEntries(links.map(({ name, href }) => [name, new URL(href)]));
  expect(told.telegram!.searchParams.get('url')).toBe('https://x.y/fa/a.html?b=1');
  expect(told.telegram!.searchParams.get('text')).toBe('آب & خاک');
  expect(told.whatsapp!.searchParams.get('text')).toBe('آب & خاک https://x.y/fa/a.html?b=1');
  expect(told.facebook!.searchParams.get('u')).toBe('https://x.y/fa/a.html?b=1');
  expect(told.mail!.protocol).toBe('mailto:');
  expect(links[4]!.href).toBe(
    'mailto:?subject=%D8%A2%D8%A8%20%26%20%D8%AE%D8%A7%DA%A9&body=https%3A%2F%2Fx.y%2Ffa%2Fa.html%3Fb%3D1',
  );
});
