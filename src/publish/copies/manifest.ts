import { digestBytes } from '../../base/digest.ts';
import { RefusalError } from '../../errors.ts';

export interface FileEntry {
  /** Lowercase hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export function describeBytes(bytes: Uint8Array): FileEntry {
  return { sha256: digestBytes(bytes), bytes: bytes.length };
}

export interface Manifest {
  readonly version: 1;
  /** Null outside a git repository. */
  readonly commit: string | null;
  readonly modified: boolean;
  /** By path below the site's root: all but the manifest itself and compressed copies. */
  readonly files: ReadonlyMap<string, FileEntry>;
}

export const manifestPath = 'manifest.json';

/** One file per line, sorted: the same bytes for the same files. */
export function formatManifest({ commit, modified, files }: Manifest): string {
  const lines = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { sha256, bytes }]) => `${JSON.stringify(path)}:${JSON.stringify({ sha256, bytes })}`);
  const head = `"version":1,"commit":${JSON.stringify(commit)},"modified":${modified}`;
  return `{${head},"files":{\n${lines.join(',\n')}\n}}\n`;
}

/** The text may come from anywhere. @throws RefusalError with what is wrong */
export function parseManifest(text: string): Manifest {
  const data = parseJson(text);
  if (!isRecord(data) || data.version !== 1 || !isRecord(data.files))
    throw new RefusalError('manifest.json is not of a form that this version knows');
  const { commit = null, modified = false } = data;
  if (commit !== null && !(typeof commit === 'string' && /^[0-9a-f]{7,64}$/.test(commit)))
    throw new RefusalError('manifest.json names no commit that git could have');
  const files = new Map<string, FileEntry>();
  for (const [path, entry] of Object.entries(data.files)) {
    if (!isSafePath(path))
      throw new RefusalError(`manifest.json names a path outside the site: ${JSON.stringify(path)}`);
    const { sha256, bytes } = isRecord(entry) ? entry : {};
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(bytes))
      throw new RefusalError(`manifest.json has no SHA-256 and size for ${JSON.stringify(path)}`);
    files.set(path, { sha256, bytes: bytes as number });
  }
  return { version: 1, commit: commit as string | null, modified: modified === true, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RefusalError(`manifest.json is not JSON: ${(error as Error).message}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSafePath(path: string): boolean {
  return path !== '' && !/[\\\0]|^[a-z]:/i.test(path) && path.split('/').every((part) => !/^\.{0,2}$/.test(part));
}
