/** The folders at the top of the site, as far as readers' addresses lead into them. */
const folders = /\/(?:en|fa|both|pagefind|_beyt|_astro)(?=\/)/g;

/**
 * Where the site may begin, seen from an address inside it that no file answers to: most likely first. The last
 * folder of ours in the path tells; else any folder above may be it.
 * @param path of the address, percent-encoded or not, with a leading slash
 * @returns paths with a slash at their end
 */
export function listRoots(path: string): string[] {
  const known = [...path.matchAll(folders)].at(-1)?.index;
  const above: string[] = [];
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    above.push(path.slice(0, end + 1));
    if (end === 0) break;
  }
  const first = known === undefined ? [] : [path.slice(0, known + 1)];
  return [...new Set([...first, ...above])];
}
