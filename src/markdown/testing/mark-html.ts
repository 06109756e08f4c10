import type { OpenHtml, Place } from '../open-html.ts';

function markPlace(place: Place): string {
  switch (place.kind) {
    case 'block':
      return ` data-b="${place.index}"`;
    case 'twin':
      return `<b-t n="${place.index}"${place.bare ? ' bare' : ''}></b-t>`;
    case 'link':
      return ` href="beyt:${place.index}"`;
    case 'image':
      return `<img src="beyt:${place.index}" ${place.attributes}>`;
    case 'file':
      return `beyt:${place.index}`;
    case 'row':
      return '<b-s></b-s>';
  }
}

export const markHtml = (html: OpenHtml): string =>
  html.map((part) => (typeof part === 'string' ? part : markPlace(part))).join('');
