import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.epub': 'application/epub+zip',
};

export interface StaticServer {
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  /** Paths asked for that do not exist, in order. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves a folder as the plainest host does: a file or, for a folder, its `index.html`; else 404. No rewriting, no
 * redirects, no headers but the type.
 * @param base sub-path below which the folder answers, for example `/news/2026/`
 */
export async function serveFolder(folder: string, { base = '/' } = {}): Promise<StaticServer> {
  const missing: string[] = [];
  const fail = (path: string, response: ServerResponse) => {
    missing.push(path);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!path.startsWith(base)) return fail(path, response);
    let file = join(folder, normalize(`/${path.slice(base.length)}`));
    try {
      if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      fail(path, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
