import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

function findSource(module: string, line: number, column: number): string | undefined {
  const mapFile = `${fileURLToPath(module)}.map`;
  if (!existsSync(mapFile)) return undefined;
  const map = new SourceMap(JSON.parse(readFileSync(mapFile, 'utf8')) as SourceMapPayload);
  const origin = map.findOrigin(line, column);
  return 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : undefined;
}

/**
 * A stack with the names of sources in place of those of compiled code, by the source maps beside that code.
 * @returns the stack, and the first place in it that is code of the project: `file:line:column`, from where the command
 * runs; undefined where there is none
 */
export function mapStack(stack: string): { readonly stack: string; readonly place: string | undefined } {
  let first: string | undefined;
  const mapped = stack.replace(/(file:\/\/[^()\s]+):(\d+):(\d+)/g, (frame, module: string, line, column) => {
    const place = findSource(module, Number(line), Number(column));
    if (place && !place.includes('node_modules/')) first ??= place;
    return place ?? frame;
  });
  return { stack: mapped, place: first };
}
