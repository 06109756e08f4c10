import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ErrorPayload, HotPayload, ViteDevServer } from 'vite';
import { escapeHtml } from '../base/escape-html.ts';
import { imageFile } from '../content/file-kinds.ts';
import { listEditions } from '../content/work.ts';
import { type Finding, formatFinding } from '../errors.ts';
import { recordPath } from '../records/record-files.ts';
import { themeFolder } from '../settings/current.ts';
import { pageVersion } from '../view/page-version.ts';
import { noteChange, openPublication } from '../works/current.ts';
import { type AskedPage, listPageErrors } from '../works/page-errors.ts';
import type { Publication } from '../works/publication.ts';
import { editionsId } from './content-modules.ts';
import { isPageModule } from './core-modules.ts';
import { watchFolder } from './watch-folder.ts';

const stylesFolder = fileURLToPath(new URL('../styles/', import.meta.url));
const [isList, isText] = [/\.yaml$/, /\.mdx?$/];
const AROUND = 3;

/** On the work that a file belongs to, or on a file that belongs to none. */
function findingsOn({ content, contentDir, checkWork }: Publication, path: string): Finding[] {
  const file = relative(process.cwd(), path);
  const work = content.works.find(
    (one) =>
      listEditions(one).some((edition) => edition.file === file) || resolve(recordPath(contentDir, one.name)) === path,
  );
  return [...content.findings.filter((finding) => finding.file === file), ...(work ? checkWork(work) : [])];
}

function showSource({ file, line }: Finding): string | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const from = Math.max(0, line - 1 - AROUND);
    const shown = lines.slice(from, line + AROUND).map((text, i) => {
      const number = from + i + 1;
      return `<span class="line${number === line ? ' error-line' : ''}">${escapeHtml(text)}</span>`;
    });
    return `<pre class="shiki"><code>${shown.join('\n')}</code></pre>`;
  } catch {
    return undefined;
  }
}

/** Astro's overlay takes a text with an address in it for HTML, to link the address, and any other for plain text. */
const toOverlayText = (text: string) => (/https?:/.test(text) ? escapeHtml(text) : text);

interface Pages {
  send(payload: HotPayload): void;
}

function showErrors(pages: Pages, errors: readonly Finding[]): void {
  const [first] = errors;
  const { name, message, file, line, column, hint } = first!;
  const others = errors.slice(1).map(formatFinding);
  const err: ErrorPayload['err'] & Record<string, unknown> = {
    name,
    title: name,
    message: toOverlayText([message, ...others].join('\n')),
    hint: toOverlayText(hint),
    loc: { file, line, column },
    highlightedCode: showSource(first!),
    stack: '',
  };
  pages.send({ type: 'error', err });
}

async function show(server: ViteDevServer, path: string): Promise<void> {
  const findings = findingsOn(await openPublication(), path);
  for (const finding of findings) console.error(formatFinding(finding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) showErrors(server.ws, errors);
  else server.ws.send({ type: 'full-reload' });
}

/** Vite keeps modules of editions that import some, and a list. */
function forgetModules(server: ViteDevServer, path: string): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    moduleGraph.onFileChange(path);
    // Texts hold what the glossary says of their terms.
    if (isList.test(path))
      for (const [file] of moduleGraph.fileToModulesMap) if (isText.test(file)) moduleGraph.onFileChange(file);
    const list = imageFile.test(path) ? undefined : moduleGraph.getModuleById(editionsId);
    if (list) moduleGraph.invalidateModule(list);
  }
}

/** Astro keeps each route's paths, with the works as they were, until told that content changed. */
function forgetPaths(server: ViteDevServer): void {
  for (const [name, { hot }] of Object.entries(server.environments))
    if (name !== 'client') hot.send({ type: 'custom', event: 'astro:content-changed', data: {} });
}

export function watchContent(server: ViteDevServer, contentDir: string): void {
  server.watcher.on('all', (_event, path) => {
    if (isPageModule(path) || path.startsWith(stylesFolder) || path.startsWith(themeFolder + sep)) pageVersion.number++;
  });
  server.ws.on('beyt:shown', ({ version, ...page }: AskedPage & { version: number }, client) => {
    if (version < pageVersion.number) client.send({ type: 'full-reload' });
    else
      openPublication()
        .then((publication) => {
          const errors = listPageErrors(publication, page);
          if (errors.length > 0) showErrors(client, errors);
        })
        .catch((error: unknown) => console.error(error));
  });
  // What cannot be read counts as absent: without a word, pages would show other things than were written.
  openPublication().then(
    ({ content }) => {
      for (const finding of content.findings) if (finding.severity === 'error') console.error(formatFinding(finding));
    },
    () => undefined,
  );
  const watch = watchFolder(resolve(contentDir), (path) => {
    pageVersion.number++;
    noteChange(path);
    forgetPaths(server);
    forgetModules(server, path);
    show(server, path).catch((error: unknown) => {
      console.error(error);
      server.ws.send({ type: 'full-reload' });
    });
  });
  server.httpServer?.on('close', watch.close);
}
