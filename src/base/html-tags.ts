const tag = /<\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** Changes tags only: what an article says about HTML stays as it is. */
export function mapTags(
  html: string,
  change: (opening: string) => string,
  changeEnd: (closing: string) => string = (closing) => closing,
): string {
  return html.replace(tag, (found) => (found[1] === '/' ? changeEnd(found) : change(found)));
}
