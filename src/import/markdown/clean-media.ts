import type { Element } from 'hast';
import { type FileKind, isOfKind } from '../../content/file-kinds.ts';
import { cleanEmbed } from './clean-embed.ts';
import {
  findElement,
  type HtmlNode,
  hasClass,
  isBlank,
  isElement,
  isNamed,
  listElements,
  makeElement,
  makeText,
  readAttribute,
  readText,
} from './hast-kit.ts';
import { repairLine } from './repair-text.ts';
import { noteMissing, type Surroundings } from './surroundings.ts';

type Clean = (nodes: readonly HtmlNode[]) => HtmlNode[];

/** Pictures, players, embeds and what holds them, as `beyt-…` elements; undefined for other nodes. */
export function cleanMedia(node: Element, around: Surroundings, clean: Clean): HtmlNode[] | undefined {
  switch (node.tagName) {
    case 'img':
    case 'amp-img':
      return cleanImage(node, around);
    case 'picture': {
      const image = findElement(node, 'img');
      return image ? cleanImage(image, around) : [];
    }
    case 'figure':
      return cleanFigure(node, around, clean);
    case 'iframe':
    case 'embed':
    case 'object':
      return cleanFrame(node, [], around);
    case 'audio':
    case 'video':
      return cleanPlayer(node, [], around);
    case 'beyt-oembed':
      return cleanEmbed(readText(node), 'page', {}, around);
  }
  if (isGallery(node)) return cleanGallery(node, around, clean);
  return undefined;
}

const isGallery = (node: Element): boolean =>
  hasClass(node, /^(?:wp-block-gallery|gallery|blocks-gallery-grid|tiled-gallery|beyt-gallery)$/) &&
  findElement(node, 'img') !== undefined;

function cleanImage(node: Element, around: Surroundings, caption: readonly HtmlNode[] = []): HtmlNode[] {
  const src = (
    readAttribute(node, 'dataSrc') ||
    readAttribute(node, 'dataLazySrc') ||
    readAttribute(node, 'src')
  ).trim();
  // Emoji and counters are pictures that no reader means.
  if (src === '' || hasClass(node, /^(?:wp-smiley|emoji)$/)) return [makeText(readAttribute(node, 'alt'))];
  if (readAttribute(node, 'width') === '1' && readAttribute(node, 'height') === '1') return [];
  if (src.startsWith('data:')) {
    around.note({
      name: 'ImportPartDropped',
      params: { what: `a picture written into the text (${src.slice(0, 30)}…)` },
    });
    return [];
  }
  const alt = repairLine(readAttribute(node, 'alt') || around.describeMedia?.(src) || '', around.lang, around.repairs);
  const target = around.findMedia(src, 'shown');
  const words = readText(...caption) || alt;
  if (target.kind === 'here') return [makeElement('beyt-figure', { src: target.href, alt }, caption)];
  around.note(
    target.kind === 'missing'
      ? noteMissing(target, target.href)
      : { name: 'ImportImageElsewhere', params: { target: target.href }, near: target.href },
  );
  const place =
    target.kind === 'missing'
      ? makeElement('beyt-missing', { target: target.href })
      : makeElement('p', {}, [makeElement('a', { href: target.href }, [makeText(alt || target.href)])]);
  return words && caption.length > 0 ? [place, makeElement('p', {}, caption)] : [place];
}

function cleanFigure(node: Element, around: Surroundings, clean: Clean): HtmlNode[] {
  if (isGallery(node) || [...listElements(node)].some((inner) => inner.tagName === 'figure'))
    return cleanGallery(node, around, clean);
  const captionNode = findElement(node, 'figcaption');
  const caption = captionNode
    ? clean(captionNode.children).filter((child) => !isBlank(child) || child.type === 'text')
    : [];
  const shown = caption.some((child) => !isBlank(child)) ? caption : [];
  const image = findElement(node, 'img', 'amp-img');
  const player = findElement(node, 'audio', 'video');
  const frame = findElement(node, 'iframe', 'embed', 'object');
  if (player) return cleanPlayer(player, shown, around);
  if (frame) return cleanFrame(frame, shown, around);
  if (image) return cleanImage(image, around, shown);
  const wrapper = [...listElements(node)].find((inner) => hasClass(inner, /^wp-block-embed__wrapper$/));
  if (wrapper || hasClass(node, /^wp-block-embed/))
    return cleanEmbed(readText(wrapper ?? node).split(' ')[0] ?? '', 'page', { caption: shown }, around);
  const rest = clean(node.children.filter((child) => child !== captionNode));
  return shown.length > 0 ? [...rest, makeElement('p', {}, shown)] : rest;
}

function cleanGallery(node: Element, around: Surroundings, clean: Clean): HtmlNode[] {
  const images: HtmlNode[] = [];
  const rest: HtmlNode[] = [];
  const visit = (element: Element) => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const inner = [...listElements(child)];
      const isOne = inner.filter((n) => n.tagName === 'img').length === 1 && isNamed(child, 'figure', 'dl', 'li');
      if (isNamed(child, 'img')) images.push(...cleanImage(child, around));
      else if (isOne) {
        const caption = inner.find((n) => n.tagName === 'figcaption' || hasClass(n, /caption/));
        images.push(...cleanImage(findElement(child, 'img')!, around, caption ? clean(caption.children) : []));
      } else if (isNamed(child, 'figcaption')) rest.push(makeElement('p', {}, clean(child.children)));
      else visit(child);
    }
  };
  visit(node);
  const shown = images.filter((image) => isNamed(image, 'beyt-figure'));
  const missing = images.filter((image) => !isNamed(image, 'beyt-figure'));
  if (shown.length < 2) return [...images, ...rest];
  return [makeElement('beyt-gallery', {}, shown), ...missing, ...rest];
}

function cleanFrame(node: Element, caption: readonly HtmlNode[], around: Surroundings): HtmlNode[] {
  const src = readAttribute(node, 'dataSrc') || readAttribute(node, 'src') || readAttribute(node, 'data');
  return cleanEmbed(src, 'frame', { title: readAttribute(node, 'title'), caption }, around);
}

function cleanPlayer(node: Element, caption: readonly HtmlNode[], around: Surroundings): HtmlNode[] {
  const sources = [node, ...listElements(node)].map((n) => readAttribute(n, 'src')).filter(Boolean);
  const src = sources[0];
  if (!src) return [];
  const target = around.findMedia(src, 'shown');
  const named = readAttribute(node, 'title');
  if (target.kind === 'elsewhere')
    return cleanEmbed(target.href, 'frame', { title: named || nameFile(src), caption }, around);
  const title = readText(...caption) || repairLine(named, around.lang, around.repairs) || nameFile(src);
  if (target.kind === 'missing') {
    around.note(noteMissing(target, target.href));
    return [
      makeElement('beyt-missing', { target: target.href }),
      ...(caption.length > 0 ? [makeElement('p', {}, caption)] : []),
    ];
  }
  // Old sites play sound in players of films too.
  const isSound = node.tagName === 'audio' || (isOfKind(target.href, 'sound') && !isOfKind(target.href, 'film'));
  const captions = [...listElements(node)].find((n) => n.tagName === 'track');
  const extra = (name: string, value: string, kind: FileKind) => {
    const found = value ? around.findMedia(value, 'shown') : undefined;
    return found?.kind === 'here' && isOfKind(found.href, kind) ? { [name]: found.href } : {};
  };
  return [
    makeElement('beyt-media', {
      name: isSound ? 'Audio' : 'Video',
      src: target.href,
      ...extra('poster', readAttribute(node, 'poster'), 'picture'),
      ...extra('captions', captions ? readAttribute(captions, 'src') : '', 'captions'),
      title,
    }),
  ];
}

function nameFile(src: string): string {
  const name =
    src
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? src;
  return (
    name
      .replace(/\.\w+$/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  );
}
