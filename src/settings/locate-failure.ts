import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Line and column are 1-based. */
export interface Failure {
  /** The file with the fault, in full: the one that was to be loaded, or one that it imports. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** As the end of a sentence, without a full stop. */
  readonly reason: string;
}

/** Its frames say nothing about the settings. */
const engine = new URL('..', import.meta.url).pathname;

const toPath = (named: string) => (named.startsWith('file:') ? fileURLToPath(named) : named);

/** Node names the file with the import, but not the line. */
function locateImport(error: NodeJS.ErrnoException & { url?: string }): Failure | undefined {
  const importer = / imported from (.+)$/.exec(error.message)?.[1];
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !importer) return undefined;
  const path = toPath(importer);
  const source = readFileSync(path, 'utf8');
  const packageName = /^Cannot find package '([^']+)'/.exec(error.message)?.[1];
  const isMissing = (written: string) =>
    packageName
      ? `${written}/`.startsWith(`${packageName}/`)
      : error.url !== undefined && resolve(dirname(path), written) === fileURLToPath(error.url);
  const found = [...source.matchAll(/(['"])([^'"\n]+)\1/g)].find(([, , written]) => isMissing(written!));
  if (!found) return undefined;
  const before = source.slice(0, found.index).split('\n');
  const kind = packageName ? 'a package that is not installed' : 'which is not there';
  const reason = `"${found[2]}" is imported, ${kind}`;
  return { path, line: before.length, column: before.at(-1)!.length + 1, reason };
}

/**
 * Gives the file's beginning where nothing says more. Node says where only in the text of the stack: of a fault of
 * syntax as `path:line`, the line and marks below it; of one in running as the frame `file:///path:line:column`.
 */
export function locateFailure(error: unknown, file: string): Failure {
  const { message = String(error), stack = '' } = error instanceof Error ? error : {};
  const reason = message.split('\n')[0]!.replace(/[.:]?\s*$/, '');
  const missing = error instanceof Error && locateImport(error);
  if (missing) return missing;
  const lines = stack.split('\n');
  const head = /^(file:\/\/.+|\/.+|[A-Za-z]:\\.+):(\d+)$/.exec(lines[0]!);
  if (head) {
    const marks = lines.find((text) => /^\s*\^+\s*$/.test(text));
    return { path: toPath(head[1]!), line: Number(head[2]), column: (marks?.indexOf('^') ?? 0) + 1, reason };
  }
  const frames = lines.map((frame) => /(file:\/\/[^()]+|\(\/[^()]+):(\d+):(\d+)\)?$/.exec(frame));
  const frame = frames.find((found) => found && !found[1]!.includes('/node_modules/') && !found[1]!.includes(engine));
  if (frame) return { path: toPath(frame[1]!.replace('(', '')), line: +frame[2]!, column: +frame[3]!, reason };
  return { path: file, line: 1, column: 1, reason };
}
