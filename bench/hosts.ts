import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { openCopy } from '../src/publish/copies/open-copy.ts';
import { readManifest, verifyCopy } from '../src/publish/copies/verify-copy.ts';
import { runBuild, showcase } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { crawlSite } from '../tests/support/crawl-site.ts';
import { tourSite } from '../tests/support/tour-site.ts';

const deep = 'mirrors/آینه/2026/';

interface Host {
  readonly name: string;
  /** From docs/deploying.md, by the language of their fence. */
  readonly settings?: string;
  readonly notFound: boolean;
  /** Given the settings, the folder to serve, a folder for the program's own files, and a port. */
  command(settings: string, at: { site: string; own: string; port: number }): Promise<readonly string[]>;
}

const writeSettings = async (own: string, text: string) => {
  const file = join(own, 'settings');
  await writeFile(file, text);
  return file;
};

const hosts: readonly Host[] = [
  {
    name: 'nginx',
    settings: 'nginx',
    notFound: true,
    async command(settings, { site, own, port }) {
      const http = settings.replace('listen 80;', `listen 127.0.0.1:${port};`).replaceAll('/srv/beyt', site);
      const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((n) => `${n}_temp_path ${own}/${n};`);
      const file = await writeSettings(
        own,
        `daemon off; pid ${own}/pid; error_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${temp.join('\n')}\n${http}\n}\n`,
      );
      return ['nginx', '-c', file, '-e', 'stderr'];
    },
  },
  {
    name: 'Caddy',
    settings: 'caddyfile',
    notFound: true,
    async command(settings, { site, own, port }) {
      const file = await writeSettings(
        own,
        `{\nadmin off\n}\n${settings.replace('example.org', `http://127.0.0.1:${port}`).replaceAll('/srv/beyt', site)}`,
      );
      return ['caddy', 'run', '--adapter', 'caddyfile', '--config', file];
    },
  },
  {
    name: 'Apache',
    settings: 'apache',
    notFound: true,
    async command(settings, { site, own, port }) {
      const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'negotiation', 'autoindex'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      );
      const file = await writeSettings(
        own,
        [
          ...modules,
          `ServerRoot ${own}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${own}/pid\nErrorLog ${own}/errors`,
          'TypesConfig /etc/mime.types\nUser www-data\nGroup www-data',
          `DocumentRoot ${site}\n<Directory ${site}>\nRequire all granted\n${settings}</Directory>\n`,
        ].join('\n'),
      );
      return ['apache2', '-DFOREGROUND', '-f', file];
    },
  },
  {
    name: 'lighttpd',
    settings: 'lighttpd',
    notFound: true,
    async command(settings, { site, own, port }) {
      const file = await writeSettings(
        own,
        `server.modules = ( "mod_setenv" )\nserver.bind = "127.0.0.1"\nserver.port = ${port}\ninclude_shell "/usr/share/lighttpd/create-mime.conf.pl"\n${settings.replaceAll('/srv/beyt', site)}`,
      );
      return ['lighttpd', '-D', '-f', file];
    },
  },
  {
    name: 'Python http.server',
    notFound: false,
    command: async (_settings, { site, port }) => [
      'python3',
      ...['-m', 'http.server', '-d', site, '-b', '127.0.0.1', String(port)],
    ],
  },
];

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** `undefined` where the machine does not have the program. */
async function startHost(host: Host, docs: string, site: string, own: string) {
  const port = await findPort();
  const settings = host.settings ? new RegExp(`\`\`\`${host.settings}\n([\\s\\S]*?)\`\`\``).exec(docs)![1]! : '';
  const [program, ...args] = await host.command(settings, { site, own, port });
  let output = '';
  const child = spawn(program!, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: own, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const state = { absent: false, ended: false };
  child.on('error', () => {
    state.absent = true;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  void ended.then(() => {
    state.ended = true;
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries++) {
    await sleep(100);
    if (state.absent) return undefined;
    if (state.ended) throw new Error(`${host.name} ended:\n${output}`);
    if (
      await fetch(url).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface Row {
  readonly host: string;
  readonly pages: number;
  readonly references: number;
  readonly twins: number;
  readonly same: string;
  readonly steps: number;
  readonly faults: readonly string[];
}

async function examine(
  browser: Browser,
  host: string,
  root: string,
  { notFound, search }: { notFound: boolean; search: boolean },
): Promise<Row> {
  const isFile = root.startsWith('file:');
  const read = async (url: string) => {
    if (isFile) return readFile(fileURLToPath(url), 'utf8').catch(() => undefined);
    const response = await fetch(url);
    const text = await response.text();
    return response.ok ? text : undefined;
  };
  const crawl = await crawlSite(root, read);
  const copy = await openCopy(isFile ? fileURLToPath(root) : root);
  const manifest = await readManifest(copy);
  const differences = await verifyCopy(copy, manifest);
  const tour = await tourSite(browser, { root, notFound, search });
  const faults = [
    ...crawl.dead.map((d) => `${d.page} → ${d.reference} ${d.reason}`),
    ...differences.filter((d) => !d.path.startsWith('mirrors/')).map((d) => `${d.kind} ${d.path}`),
    ...tour.faults,
  ];
  return {
    host,
    pages: crawl.pages,
    references: crawl.references,
    twins: crawl.twins,
    same: `${manifest.files.size}`,
    steps: tour.steps.length,
    faults,
  };
}

/** Opens one build by every server of docs/deploying.md, with its settings there, and from disk; compares all files. */
async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'beyt-hosts-'));
  // Servers that change to a user of their own must be able to read it.
  await chmod(folder, 0o755);
  const browser = await launchChromium();
  const rows: Row[] = [];
  try {
    const site = join(folder, 'site');
    const build = await runBuild({ OUT_DIR: site, CONTENT_DIR: showcase, SITE_URL: 'https://beyt.example/' }, [
      '--precompress',
    ]);
    if (build.code !== 0) throw new Error(build.output);
    const one = join(folder, 'one');
    await cp(site, one, { recursive: true });
    await mkdir(join(site, deep), { recursive: true });
    await cp(one, join(site, deep), { recursive: true });
    const docs = await readFile('docs/deploying.md', 'utf8');
    for (const host of hosts) {
      const own = join(folder, host.name.replace(/\W/g, ''));
      await mkdir(own);
      const running = await startHost(host, docs, site, own);
      if (!running) {
        console.log(`${host.name} is not installed.`);
        continue;
      }
      try {
        for (const [where, path] of [
          ['root', ''],
          ['three deep', encodeURI(deep)],
        ] as const)
          rows.push(await examine(browser, `${host.name}, ${where}`, running.url + path, { ...host, search: true }));
      } finally {
        await running.stop();
      }
    }
    const root = pathToFileURL(join(site, deep, '/')).href;
    rows.push(await examine(browser, 'file://, three deep', root, { notFound: false, search: false }));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  console.log('| host | pages | references | twin links | files as listed | steps in Chromium | faults |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const row of rows) console.log(`| ${[...Object.values(row).slice(0, -1), row.faults.length].join(' | ')} |`);
  for (const row of rows) for (const fault of row.faults) console.log(`${row.host}: ${fault}`);
  return rows.some((row) => row.faults.length) ? 1 : 0;
}

process.exitCode = await main();
