import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listPlainPages } from '../content/links.ts';
import { loadContent } from '../content/load.ts';
import { listClaims } from '../content/redirects.ts';
import { RefusalError } from '../errors.ts';
import { importSource } from '../import/import-source.ts';
import { openSource } from '../import/open-source.ts';
import { formatReport } from '../import/report/format-report.ts';
import { writeReport } from '../import/report/write-report.ts';
import type { Source } from '../import/source.ts';
import { isSourceKind } from '../import/source-kinds.ts';
import { findFallbackAuthor } from '../import/write/fallback-author.ts';
import { publicFolder, settings } from '../settings/current.ts';
import { readEnvironment } from '../site.ts';
import { ArgumentsError, runCommand, type Values } from './run-command.ts';
import { createProgress } from './show-progress.ts';

const usage = `npm run import -- wordpress export.xml…      bring a WordPress archive, in one or more files, of one or more sites
npm run import -- word file.docx [other.docx]      a Word document, or two that translate each other
npm run import -- google doc.html|doc.zip […]      a Google document, as it is downloaded as a web page
npm run import -- html page.html […]               a web page
npm run import -- text file.txt […]                plain text

A document may hold both languages: one after the other, paragraph by paragraph, or side by side in a table.

  --uploads FOLDER     where the old site's wp-content/uploads is; may be given several times, for several sites
                       in the order of their exports
  --into FOLDER        the content folder to write to (content)
  --categories WHAT    what categories become: topics (default) or sections
  --types A,B          post types to take beside posts and pages
  --author NAME        author of texts whose source names none: an id or a name (editors)
  --no-content-pairs   pair only what the source says belongs together
  --dry-run            say what would be done, write nothing
  --json               print the report as JSON`;

const options = {
  uploads: { type: 'string', multiple: true, default: [] as string[] },
  into: { type: 'string' },
  categories: { type: 'string', default: 'topics' },
  types: { type: 'string', default: '' },
  author: { type: 'string' },
  'no-content-pairs': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

function expectFiles(files: readonly string[], folders: readonly string[]): void {
  const stateOf = (path: string) => statSync(path, { throwIfNoEntry: false });
  const wrong = [
    ...files.flatMap((file) => {
      const state = stateOf(file);
      if (!state) return [`There is no file "${file}".`];
      return state.isDirectory() ? [`"${file}" is a folder; name the files in it that are to be imported.`] : [];
    }),
    ...folders.flatMap((folder) =>
      stateOf(folder)?.isDirectory() ? [] : [`There is no folder "${folder}" (--uploads).`],
    ),
  ];
  if (wrong.length > 0) throw new RefusalError(wrong.join('\n'));
}

async function openNamed(
  kind: string | undefined,
  files: readonly string[],
  values: Values<typeof options>,
): Promise<Source> {
  if (!isSourceKind(kind)) throw new ArgumentsError(kind ? `"${kind}" is not known as a source.` : 'Name a source.');
  if (files.length === 0) throw new ArgumentsError('Name a file to import.');
  if (values.categories !== 'topics' && values.categories !== 'sections')
    throw new ArgumentsError(`--categories is topics or sections, not "${values.categories}".`);
  expectFiles(files, values.uploads);
  return openSource(kind, files, {
    types: values.types.split(',').filter(Boolean),
    categories: values.categories,
    uploads: values.uploads,
  });
}

await runCommand({ name: 'npm run import', usage, options, takesNames: true }, async (values, [kind, ...files]) => {
  const source = await openNamed(kind, files, values);
  const { contentDir, now } = readEnvironment();
  const into = values.into ?? contentDir;
  const content = await loadContent(into, { preview: true });
  const { glossary } = content;
  const progress = createProgress(process.stderr);
  const report = await importSource(source, {
    contentDir: into,
    glossary: glossary.terms,
    publicDir: values.into ? join(values.into, '..', 'public') : publicFolder,
    uploads: values.uploads,
    dryRun: values['dry-run'],
    byContent: !values['no-content-pairs'],
    author: findFallbackAuthor(values.author, glossary.people),
    settings,
    pages: listPlainPages(content),
    claims: listClaims(content.works),
    now,
    progress: progress.show,
  });
  progress.clear();
  const pages = writeReport(report, '.cache/import');
  console.log(values.json ? JSON.stringify(report, null, 2) : formatReport(report, pages.html));
  return report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
});
