import type { Element } from 'hast';
import { createFinding } from '../errors.ts';
import { settings } from '../settings/current.ts';
import type { Point } from './block.ts';
import type { Collector } from './collector.ts';

const blockedTags = new Set(
  'iframe script style object embed applet frame frameset link base meta portal fencedframe'.split(' '),
);

const addressAttributes: Readonly<Record<string, RegExp>> = {
  src: /^(?:video|audio|source|track|input)$/,
  poster: /^video$/,
  srcSet: /^(?:img|source)$/,
  href: /^(?:image|use|feimage)$/i,
  xLinkHref: /^(?:image|use|feimage)$/i,
  background: /./,
};

const written: Readonly<Record<string, string>> = { srcSet: 'srcset', xLinkHref: 'xlink:href' };

/** In MDX, attributes have the names that were written. */
const toProperty = (name: string) => (name === 'srcset' ? 'srcSet' : name === 'xlink:href' ? 'xLinkHref' : name);

function listAddresses(name: string, value: unknown): string[] {
  if (typeof value !== 'string' || value.trim() === '') return [];
  return name === 'srcSet' ? value.split(',').map((part) => part.trim().split(/\s/)[0]!) : [value.trim()];
}

/** Their files are published with the edition. */
const mediaTags = new Set(['video', 'audio', 'source', 'track']);
const isOuter = (address: string) => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address);

/** What `srcset` names is left as it is written, and so is right only where it is in `public/`. */
const isFile = (tagName: string, property: string) => mediaTags.has(tagName) && property !== 'srcSet';

const isOwn = (tagName: string, property: string, address: string) =>
  isFile(tagName, property) ? !isOuter(address) : /^(?:\/(?!\/)|#)/.test(address);

/** What the content policy blocks, and files that are not published. */
function findBlocked({ tagName, properties }: Readonly<Element>): string[] {
  if (blockedTags.has(tagName)) return [`<${tagName}>`];
  return Object.entries(properties).flatMap(([name, value]) => {
    const property = toProperty(name);
    if (property === 'style' && typeof value === 'string' && value !== '' && !/^text-align:/.test(value))
      return [`style="${value}"`];
    if (/^on[a-z]/i.test(name) && typeof value === 'string') return [`${name.toLowerCase()}="${value}"`];
    if (!addressAttributes[property]?.test(tagName)) return [];
    return listAddresses(property, value)
      .filter((address) => !isOwn(tagName, property, address))
      .map((address) => `<${tagName} ${written[property] ?? property}="${address}">`);
  });
}

/** Ids of notes and changes begin as these do. */
export const pageIds =
  /^(?:main|page-data|site-links|corrections|read-next|changes(?:-.*)?|(?:en|fa)-(?:notes|fn-.*|fnref-.*))$/;

export type MarkupGuard = (element: Readonly<Element>, at: Point) => void;

/** Reports what readers would not see of an element, files of `public/` that are not there, and ids that are taken. */
export function createMarkupGuard(collector: Collector): MarkupGuard {
  const { file, findings, links, places } = collector;
  const ids = new Set<string>();
  return (element, at) => {
    const { tagName, properties } = element;
    for (const markup of findBlocked(element))
      findings.push(createFinding('MarkupBlocked', { file, ...at }, { markup }));
    for (const [name, value] of blockedTags.has(tagName) ? [] : Object.entries(properties)) {
      const property = toProperty(name);
      if (isFile(tagName, property) || !addressAttributes[property]?.test(tagName)) continue;
      for (const address of listAddresses(property, value).filter((one) => /^\/(?!\/)/.test(one))) {
        // Among the links, which are looked up; the HTML has no place for it.
        places.links.push(at);
        links.push(address);
      }
    }
    const { id, action } = properties;
    if (tagName === 'form' && typeof action === 'string' && isOuter(action) && !settings.forms.includes(action))
      findings.push(createFinding('FormElsewhere', { file, ...at }, { action }));
    if (typeof id !== 'string' || isNote(element)) return;
    const taken = pageIds.test(id) ? 'one of the page itself' : ids.has(id) ? 'used twice' : undefined;
    if (taken) findings.push(createFinding('IdTaken', { file, ...at }, { id, taken }));
    ids.add(id);
  };
}

function isNote({ tagName, properties: { id, dataFootnoteRef } }: Readonly<Element>): boolean {
  return (
    dataFootnoteRef !== undefined || id === 'footnote-label' || (tagName === 'li' && /^(?:en|fa)-fn-/.test(String(id)))
  );
}
