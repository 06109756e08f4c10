/** All rules that match, values of one header joined, as Cloudflare Pages and Netlify join them. */
export function readHeadersFile(text: string): (path: string) => Record<string, string> {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue;
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)!.headers.push([header[1]!.toLowerCase(), header[2]!]);
    else
      rules.push({
        pattern: new RegExp(
          `^${line
            .trim()
            .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
            .replaceAll('*', '.*')}$`,
        ),
        headers: [],
      });
  }
  return (path) => {
    const sent: Record<string, string> = {};
    for (const { pattern, headers } of rules)
      if (pattern.test(path))
        for (const [name, value] of headers) sent[name] = sent[name] === undefined ? value : `${sent[name]}, ${value}`;
    return sent;
  };
}
