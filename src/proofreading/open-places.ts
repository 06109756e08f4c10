import type { Point } from '../markdown/block.ts';

/** Lines and columns are 1-based; quick where offsets come in rising order. */
export function openPlaces(source: string): (offset: number) => Point {
  let line = 1;
  let begin = 0;
  return (offset) => {
    if (offset < begin) [line, begin] = [1, 0];
    for (let end = source.indexOf('\n', begin); end >= 0 && end < offset; end = source.indexOf('\n', begin)) {
      line++;
      begin = end + 1;
    }
    return { line, column: offset - begin + 1 };
  };
}
