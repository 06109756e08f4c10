import { expect, test } from 'vitest';
import { createProgress } from './show-progress.ts';

function open(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string | Uint8Array) => {
    written.push(String(text));
    return true;
  };
  return { written, progress: createProgress({ isTTY, write } as unknown as NodeJS.WriteStream) };
}

test('a terminal shows how far each step is, not every work of it', () => {
  const { written, progress } = open(true);
  for (let done = 0; done < 1000; done++) progress.show('Aligning', done, 1000);
  progress.show('Writing', 0, 1000);
  progress.clear();
  expect(written.length).toBeLessThan(10);
  expect([written[0], written.at(-2), written.at(-1)]).toEqual([
    '\r\x1b[KAligning: 0 of 1000',
    '\r\x1b[KWriting: 0 of 1000',
    '\r\x1b[K',
  ]);
});

test('a file gets nothing', () => {
  const { written, progress } = open(false);
  progress.show('Aligning', 0, 1000);
  progress.clear();
  expect(written).toEqual([]);
});
