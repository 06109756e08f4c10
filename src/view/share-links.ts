export interface ShareLink {
  readonly name: 'telegram' | 'whatsapp' | 'x' | 'facebook' | 'mail';
  readonly href: string;
}

/** Plain links: networks learn of a reader only when one is followed. @param url public address of the page */
export function listShareLinks(title: string, url: string): ShareLink[] {
  const ask = (address: string, values: Record<string, string>): string =>
    `${address}?${Object.entries(values)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')}`;
  return [
    { name: 'telegram', href: ask('https://t.me/share/url', { url, text: title }) },
    { name: 'whatsapp', href: ask('https://wa.me/', { text: `${title} ${url}` }) },
    { name: 'x', href: ask('https://x.com/intent/post', { url, text: title }) },
    { name: 'facebook', href: ask('https://www.facebook.com/sharer/sharer.php', { u: url }) },
    { name: 'mail', href: ask('mailto:', { subject: title, body: url }) },
  ];
}
