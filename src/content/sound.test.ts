import { expect, test } from 'vitest';
import { findSound } from './sound.ts';

test.each([
  ['<Audio src="./media/a.mp3" title="A" />', './media/a.mp3'],
  ["<Audio\n  title='A > B'\n  src='/audio/b.ogg'\n/>", '/audio/b.ogg'],
  ['<Audio title="no sound" src="./a.txt" />\n\n<Audio src="./b.flac" title="B" />', './b.flac'],
  ['<Audio src="https://example.org/a.mp3" title="A" />', undefined],
  ['Write `<Audio src="./a.mp3" />` for sound.', undefined],
  ['```mdx\n<Audio src="./a.mp3" />\n```\n\n<Audio src="./b.mp3" title="B" />', './b.mp3'],
  ['~~~~\n~~~\n<Audio src="./a.mp3" />\n~~~~\n', undefined],
  ['{/* <Audio src="./a.mp3" /> */}', undefined],
  ['<!-- <Audio src="./a.mp3" /> -->', undefined],
  ['<AudioBook src="./a.mp3" />', undefined],
])('%j holds the sound %s', (text, sound) => expect(findSound(text)).toBe(sound));
