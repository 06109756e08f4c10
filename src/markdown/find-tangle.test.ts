import { describe, expect, test } from 'vitest';
import { findTangle } from './find-tangle.ts';

describe('findTangle', () => {
  test.each([
    ['braces that are never closed', '{a <svg> text\n\n', 20],
    ['braces that are', '{a <svg> text} ', 20],
    ['attributes', '<b a={1 ', 19],
    ['tags around them', '<Poem> {a text\n\n', 19],
  ])('finds tags left open: %s', (_, piece, count) => {
    expect(findTangle(`Fine.\n\n${piece.repeat(20)}`)).toMatchObject({ count });
  });

  test.each([
    ['a few', '{a <svg> text}\n\n'.repeat(9)],
    ['tags that close', '{a <b>{b} <c /></b> text}\n\n'.repeat(40)],
    ['tags outside of braces', '<Poem>\n\n{a}\n\n'.repeat(40)],
    ['code', `\`\`\`cpp\n${'{ vector<int> a;\n'.repeat(40)}\`\`\`\n\n${'`{<a>` and ``{<b> ` ``\n\n'.repeat(40)}`],
    ['escaped braces', '\\{a <svg> text\n\n'.repeat(40)],
  ])('leaves other text alone: %s', (_, source) => {
    expect(findTangle(source)).toBeUndefined();
  });

  test('begins where it is told to', () => {
    const head = 'a: "{<b>"\n'.repeat(40);
    expect(findTangle(`${head}Text.`)).toBeDefined();
    expect(findTangle(`${head}Text {a}.`, head.length)).toBeUndefined();
  });

  test('names the first one', () => {
    expect(findTangle(`Fine.\n\n${'{a <svg> text\n\n'.repeat(20)}`)!.offset).toBe(10);
  });
});
