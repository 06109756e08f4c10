import { expect, test } from 'vitest';
import { embedServices } from '../settings/outside.ts';
import { allowedFrames, readEmbed } from './embeds.ts';

const all = [...embedServices];
const frameOf = (address: string) => {
  const embed = readEmbed(address, all);
  return 'frame' in embed ? embed.frame : embed.problem;
};

test.each([
  // The forms of address that these services share, and the frames that they document.
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'],
  ['https://youtu.be/dQw4w9WgXcQ?t=1m30s', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90&autoplay=1'],
  ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'],
  ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
  ['https://vimeo.com/76979871/8272103f6e', 'https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e&autoplay=1'],
  ['https://twitter.com/jack/status/20', 'https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true'],
  ['https://x.com/jack/status/20?s=12', 'https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true'],
  ['https://t.me/durov/43', 'https://t.me/durov/43?embed=1&mode=tme'],
  ['https://www.instagram.com/p/BsOGulcndj-/', 'https://www.instagram.com/p/BsOGulcndj-/embed/captioned/'],
  [
    'https://www.openstreetmap.org/#map=2/0/0', // 225 degrees of longitude at zoom 2
    'https://www.openstreetmap.org/export/embed.html?bbox=-112.50000%2C-70.31250%2C112.50000%2C70.31250&layer=mapnik',
  ],
])('%s', (address, frame) => {
  expect(frameOf(address)).toBe(frame);
});

test('what is no address, or the address of nothing that can be shown, is told apart', () => {
  expect(frameOf('dQw4w9WgXcQ')).toBe('address');
  expect(frameOf('javascript:alert(1)')).toBe('address');
  expect(frameOf('http://youtu.be/dQw4w9WgXcQ')).toBe('address');
  expect(readEmbed('https://www.youtube.com/@channel', all)).toEqual({ problem: 'thing', service: 'youtube' });
  expect(frameOf('https://www.openstreetmap.org/about')).toBe('thing');
});

test('only what the setting allows is shown; hosts must be the same, not alike', () => {
  expect(readEmbed('https://vimeo.com/76979871', ['youtube'])).toEqual({
    problem: 'host',
    host: 'vimeo.com',
    setting: 'vimeo',
  });
  expect(readEmbed('https://maps.example.org/a?b=1#c', ['maps.example.org'])).toEqual({
    kind: 'page',
    frame: 'https://maps.example.org/a?b=1#c',
    host: 'maps.example.org',
  });
  for (const host of ['evil-maps.example.org', 'maps.example.org.evil.net', 'youtube.com.evil.net'])
    expect(readEmbed(`https://${host}/`, [...all, 'maps.example.org'])).toMatchObject({ problem: 'host', host });
  expect(allowedFrames(['telegram', 'maps.example.org'])).toEqual(['https://t.me', 'https://maps.example.org']);
});
