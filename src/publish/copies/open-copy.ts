import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles } from '../../base/list-files.ts';
import { encodePath } from '../../content/addresses.ts';
import { RefusalError } from '../../errors.ts';

export interface SiteCopy {
  /** By a host: nobody can list its files. */
  readonly served: boolean;
  /** As a reader gets the file. Throws where the host cannot be reached. */
  read(path: string): Promise<Uint8Array | undefined>;
  list(): Promise<readonly string[] | undefined>;
}

/** A folder or an address. Throws where there is nothing. */
export async function openCopy(target: string): Promise<SiteCopy> {
  return /^https?:\/\//i.test(target) ? openServed(target) : openFolder(target);
}

async function openFolder(folder: string): Promise<SiteCopy> {
  if (!(await stat(folder)).isDirectory()) throw new RefusalError(`${folder} is not a folder`);
  return {
    served: false,
    read: (path) =>
      readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
        throw new RefusalError(`${pathToFileURL(join(folder, path)).href} cannot be read: ${error.message}`);
      }),
    list: async () => listFiles(folder),
  };
}

function openServed(address: string): SiteCopy {
  const base = new URL(address);
  base.search = base.hash = '';
  base.pathname = base.pathname.replace(/(?:index\.html)?$/, '').replace(/\/*$/, '/');
  return {
    served: true,
    async read(path) {
      const url = base.href + encodePath(path);
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error: Error) => {
        const { cause } = error as { cause?: Error };
        throw new RefusalError(`${url} cannot be reached: ${cause?.message || error.message}`);
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status === 404 || response.status === 403 || response.status === 410) return undefined;
      if (!response.ok) throw new RefusalError(`${url} answers ${response.status}`);
      return bytes;
    },
    list: async () => undefined,
  };
}
