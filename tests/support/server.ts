import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

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
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.epub': 'application/epub+zip',
};

export interface StaticServer {
  /** With a slash at its end. */
  readonly url: string;
  /** Paths that do not exist, in order. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/**
 * As the plainest host: no rewriting, no redirects, no headers but the type.
 * @param base sub-path below which the folder answers, for example `/news/2026/`
 * @param notFound file that is shown with the status 404
 * @param headers by the path below the folder
 * @param bare addresses lose their `.html`, by a redirect, as on Cloudflare Pages
 * @param compress packs texts, as any public host does
 * @param delay milliseconds before an answer, by the path below the folder
 */
export async function serveFolder(
  folder: string,
  {
    base = '/',
    notFound = '',
    bare = false,
    compress = false,
    headers = () => ({}),
    delay = () => 0,
  }: {
    base?: string;
    notFound?: string;
    bare?: boolean;
    compress?: boolean;
    headers?: (path: string) => Readonly<Record<string, string>>;
    delay?: (path: string) => number;
  } = {},
): Promise<StaticServer> {
  const missing: string[] = [];
  const fail = async (path: string, response: ServerResponse) => {
    missing.push(path);
    const body = notFound && path.startsWith(base) ? await readFile(join(folder, notFound)) : 'not found';
    response.writeHead(404, { 'content-type': types[extname(notFound)] ?? 'text/plain' }).end(body);
  };
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    if (!path.startsWith(base)) return fail(path, response);
    await wait(delay(path.slice(base.length - 1)));
    for (const [name, value] of Object.entries(headers(path.slice(base.length - 1)))) response.setHeader(name, value);
    let file = join(folder, normalize(`/${path.slice(base.length)}`));
    if (bare && path.endsWith('.html')) {
      const location = pathname.replace(/(?:(?<=\/)index)?\.html$/, '') + search;
      return response.writeHead(308, { location }).end();
    }
    if (bare && extname(file) === '' && existsSync(`${file}.html`)) file += '.html';
    try {
      if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
      const bytes = await readFile(file);
      const type = types[extname(file)] ?? 'application/octet-stream';
      const packed = compress && /^text|json|xml/.test(type);
      response
        .writeHead(200, { 'content-type': type, ...(packed ? { 'content-encoding': 'gzip' } : {}) })
        .end(packed ? gzipSync(bytes) : bytes);
    } catch {
      fail(path, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${encodeURI(base)}`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
