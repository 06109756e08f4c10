import { childrenOf, parseXml } from './parse-xml.ts';

/** Of the files that Apple takes, by their ending, and of formats that other apps play. */
const types: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
};

/** https://www.rssboard.org/rss-specification and https://podcasters.apple.com/support/823-podcast-requirements */
export function findPodcastFaults(source: string): string[] {
  const faults: string[] = [];
  const rss = parseXml(source);
  if (rss.name !== 'rss' || rss.attributes.version !== '2.0') faults.push('no RSS 2.0');
  if (rss.attributes['xmlns:itunes'] !== 'http://www.itunes.com/dtds/podcast-1.0.dtd') faults.push('itunes unknown');
  const [channel, ...others] = childrenOf(rss, 'channel');
  if (!channel || others.length) return [...faults, 'not one channel'];
  const need = (element: typeof channel, name: string, isGood: (text: string) => boolean = (text) => !!text.trim()) => {
    const found = childrenOf(element, name);
    if (found.length !== 1 || !isGood(found[0]!.text)) faults.push(`${element.name} without one good ${name}`);
  };
  const isAddress = (text: string) => /^https?:\/\/[!-~]+$/.test(text);
  const isSaid = (text: string) => /^(?:true|false)$/.test(text);
  need(channel, 'title');
  need(channel, 'description');
  need(channel, 'link', isAddress);
  need(channel, 'language', (text) => /^[a-z]{2}(?:-[a-z]{2})?$/.test(text));
  need(channel, 'itunes:explicit', isSaid);
  const [image, category] = ['itunes:image', 'itunes:category'].map((name) => childrenOf(channel, name)[0]?.attributes);
  if (!/^https?:\/\/.*\.(?:jpe?g|png)$/.test(image?.href ?? '')) faults.push('channel without a picture');
  if (!category?.text) faults.push('channel without a category');
  const items = childrenOf(channel, 'item');
  if (items.length === 0) faults.push('no item');
  for (const item of items) {
    need(item, 'title');
    need(item, 'guid');
    need(item, 'pubDate', (text) => /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text));
    const enclosures = childrenOf(item, 'enclosure');
    if (enclosures.length !== 1) faults.push('item without one enclosure');
    for (const { attributes } of enclosures) {
      const { url = '', length = '', type } = attributes;
      if (!isAddress(url)) faults.push(`enclosure at ${url}`);
      if (!/^[1-9]\d*$/.test(length)) faults.push(`enclosure of ${length} bytes`);
      if (!type || type !== types[url.replace(/^.*\./, '')]) faults.push(`enclosure ${url} of the type ${type}`);
    }
    for (const { text } of childrenOf(item, 'itunes:duration'))
      if (!/^[1-9]\d*$/.test(text)) faults.push(`duration ${text}`);
  }
  const guids = items.map((item) => childrenOf(item, 'guid')[0]?.text);
  if (new Set(guids).size !== guids.length) faults.push('one guid twice');
  return faults;
}
