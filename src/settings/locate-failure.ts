import { pathToFileURL } from 'node:url';
import type { Point } from '../markdown/block.ts';

/**
 * Line and column of a file at which loading it failed; its beginning where nothing says so.
 *
 * Node says both only in the text of the stack: of a fault of syntax as `path:line`, the line and marks below it; of
 * one in running as the frame `file:///path:line:column`.
 */
export function locateFailure(error: unknown, file: string): Point {
  const lines = (error instanceof Error ? (error.stack ?? '') : '').split('\n');
  const url = pathToFileURL(file).href;
  const line = [file, url].map((name) => lines[0]!.startsWith(`${name}:`) && lines[0]!.slice(name.length + 1));
  const fault = Number(line.find((rest) => rest && /^\d+$/.test(rest)));
  const marks = lines.find((text) => /^\s*\^+\s*$/.test(text));
  if (fault > 0) return { line: fault, column: (marks?.indexOf('^') ?? 0) + 1 };
  for (const frame of lines) {
    const at = [url, file].map((name) => frame.split(`${name}:`)[1]).find(Boolean);
    const place = /^(\d+):(\d+)/.exec(at ?? '');
    if (place) return { line: Number(place[1]), column: Number(place[2]) };
  }
  return { line: 1, column: 1 };
}
