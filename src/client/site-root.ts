const folders = /\/(?:en|fa|both|pagefind|_beyt|_astro)(?=\/)/g;

/** Most likely first: after the last folder of ours in the path. @returns paths with a slash at their end */
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
