import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findNearest } from '../../base/nearest-name.ts';
import { createFinding, type Finding } from '../../errors.ts';
import { langs } from '../../locales.ts';

const article = /\.(?:mdx?|markdown|mdown|mkdn?|txt|text|docx?|odt|rtf|html?)$/i;
/** Beside the folders of languages anything may be; only these can be nothing but articles. */
const markdown = /^(?!readme\b).*\.(?:mdx?|markdown)$/i;
const elsewhere = `articles are read from ${langs.map((lang) => `${lang}/`).join(' and ')} only`;
const edition = /\.mdx?$/;
const hiddenName = /^[._]/;

function listFolder(folder: string): Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}

function holdsArticles(folder: string): boolean {
  return listFolder(folder).some((entry) => {
    if (hiddenName.test(entry.name)) return false;
    return entry.isDirectory() ? holdsArticles(join(folder, entry.name)) : article.test(entry.name);
  });
}

/** Undefined where a file is an edition, or is not meant to be one. */
function explainFile(path: string, entry: Dirent): string | undefined {
  if (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return 'it is a link to a folder, and links are not followed';
  if (edition.test(entry.name) || !article.test(entry.name)) return undefined;
  const ending = /\.[^.]+$/.exec(entry.name)![0];
  return `its name ends in ${ending}, and editions end in .md or .mdx, in small letters`;
}

/** @param lists names of the lists that are read, without ending */
export function findIgnored(contentDir: string, shown: string, lists: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const report = (name: string, reason: string) =>
    findings.push(createFinding('FileIgnored', { file: shown === '' ? name : `${shown}/${name}` }, { reason }));
  const enter = (prefix: string): void => {
    for (const entry of listFolder(join(contentDir, prefix))) {
      if (hiddenName.test(entry.name)) continue;
      const name = `${prefix}/${entry.name}`;
      if (entry.isDirectory()) {
        enter(name);
        continue;
      }
      const reason = explainFile(join(contentDir, name), entry);
      if (reason) report(name, reason);
    }
  };
  for (const entry of listFolder(contentDir)) {
    const { name } = entry;
    if (hiddenName.test(name) || langs.some((lang) => lang === name) || name === 'alignment') continue;
    if (entry.isDirectory()) {
      if (holdsArticles(join(contentDir, name))) report(name, elsewhere);
    } else if (markdown.test(name)) report(name, elsewhere);
    else if (/\.ya?ml$/i.test(name) && !lists.some((list) => name === `${list}.yaml`)) {
      const near = findNearest(name.replace(/\.ya?ml$/i, ''), lists);
      report(
        name,
        near ? `the list is read from ${near}.yaml` : `the lists are ${lists.map((list) => `${list}.yaml`).join(', ')}`,
      );
    }
  }
  for (const lang of langs) enter(lang);
  return findings;
}
