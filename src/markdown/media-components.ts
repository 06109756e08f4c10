import type { Element, ElementContent } from 'hast';
import { createFinding } from '../errors.ts';
import { translate } from '../i18n/translate.ts';
import { locales } from '../locales.ts';
import { settings } from '../settings/current.ts';
import { type Component, complain, ownFile, picturePath, type Use, words } from './component.ts';
import { readEmbed } from './embeds.ts';
import { h, isBlank, type Jsx, text, textOf } from './hast-nodes.ts';

function makeCaption({ node, props, place }: Use, property: string): Element[] {
  const caption = props[property] ? [text(props[property])] : node.children.filter((child) => !isBlank(child));
  return caption.length ? [h('figcaption', place, caption)] : [];
}

function listPictures(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    const name = (node.type === 'element' ? node.tagName : (node as unknown as Jsx).name) ?? '';
    if (/^(?:img|picture|figure|Figure)$/.test(name)) return [node];
    const within = 'children' in node && !/^[A-Z]/.test(name) ? (node.children as ElementContent[]) : [];
    const pictures = listPictures(within);
    if (name === 'a') return pictures.length && !textOf(within) ? [node] : [];
    return pictures;
  });
}

/** Readers read the title beside sound and films, and it is translated. */
function needTitle(use: Use, name: string): void {
  if (!use.props.title && use.node.children.every(isBlank)) complain(use, name, 'needs title="…"');
}

const titleLimit = 'takes its title from title="…" or from between its tags';

export const mediaComponents: Readonly<Record<string, Component>> = {
  Gallery: {
    props: { caption: words },
    limit: 'holds pictures and Figures, and nothing else',
    expand(use) {
      const { node, props, place } = use;
      const pictures = listPictures(node.children);
      if (pictures.length === 0) complain(use, 'Gallery', 'needs pictures between its tags: ![what it shows](a.jpg)');
      const caption = props.caption ? [h('figcaption', place, [text(props.caption)])] : [];
      return h('figure', { className: ['b-gallery'], ...place }, [
        h('div', { className: ['b-gallery-pictures'], ...place }, pictures),
        ...caption,
      ]);
    },
  },
  Audio: {
    props: { src: ownFile, title: words },
    limit: titleLimit,
    expand(use) {
      const { props, place } = use;
      if (props.src === undefined) complain(use, 'Audio', 'needs src="…"');
      needTitle(use, 'Audio');
      return h('figure', { className: ['b-audio'], ...place }, [
        ...makeCaption(use, 'title'),
        h('audio', {
          ...(props.src && { src: props.src }),
          controls: true,
          preload: 'none',
          ...(props.title && { ariaLabel: props.title }),
          ...place,
        }),
      ]);
    },
  },
  Video: {
    props: { src: ownFile, title: words, poster: ownFile, captions: ownFile },
    limit: titleLimit,
    expand(use) {
      const { props, place, collector } = use;
      if (props.src === undefined) complain(use, 'Video', 'needs src="…"');
      needTitle(use, 'Video');
      const { tag, name } = locales[collector.lang];
      const track = h('track', {
        kind: 'captions',
        src: props.captions ?? '',
        srcLang: tag,
        label: name,
        default: true,
        ...place,
      });
      const film = h(
        'video',
        {
          ...(props.src && { src: props.src }),
          ...(props.poster && { poster: props.poster }),
          controls: true,
          playsInline: true,
          preload: props.poster ? 'none' : 'metadata',
          ...(props.title && { ariaLabel: props.title }),
          ...place,
        },
        props.captions ? [track] : [],
      );
      return h('figure', { className: ['b-video'], ...place }, [film, ...makeCaption(use, 'title')]);
    },
  },
  Embed: {
    props: { url: words, title: words, poster: picturePath },
    limit: titleLimit,
    expand(use) {
      const { props, place, collector, at } = use;
      const { url = '' } = props;
      needTitle(use, 'Embed');
      const embed = readEmbed(url, settings.embeds);
      if ('problem' in embed) {
        if (embed.problem === 'address') complain(use, 'Embed', 'needs url="https://…"');
        else if (embed.problem === 'thing')
          complain(
            use,
            'Embed',
            `has url="${url}", which is no address of anything that ${embed.service} lets others show`,
          );
        else
          collector.findings.push(
            createFinding('EmbedForbidden', { file: collector.file, ...at }, { host: embed.setting }),
          );
        return h('figure', { className: ['b-embed'], ...place }, makeCaption(use, 'title'));
      }
      const { frame, kind, host } = embed;
      const t = (key: 'embed.load' | 'embed.asks') =>
        // The name of a host runs from left to right in any sentence.
        translate(collector.lang, key, { host: `\u2066${host}\u2069` });
      const poster = props.poster
        ? [
            h('a', { href: url, ariaHidden: 'true', tabIndex: -1, ...place }, [
              h('img', { src: props.poster, alt: '', ...place }),
            ]),
          ]
        : [];
      const caption = makeCaption(use, 'title').map((one) => ({
        ...one,
        children: [h('a', { href: url, ...place }, one.children)],
      }));
      const data = { dataEmbed: frame, dataKind: kind, dataLoad: t('embed.load'), dataAsks: t('embed.asks') };
      return h('figure', { className: ['b-embed'], ...data, ...place }, [...poster, ...caption]);
    },
  },
};
