const tag = /<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** Changes opening tags only: what an article says about HTML stays as it is. */
export function mapTags(html: string, change: (tag: string) => string): string {
  return html.replace(tag, change);
}
