import type { Root } from 'hast';
import { digestBytes } from '../../base/digest.ts';
import { listElements, readAttribute } from './hast-kit.ts';

const ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg', 'svg+xml': 'svg' };

/** In bytes: smaller pictures hold the place of one that is loaded later. */
const LEAST = 100;

/** Files are named after their content. Changes the tree. @param save keeps a file where `uploads/…` leads */
export function saveDataImages(tree: Root, save: (name: string, bytes: Buffer) => void): void {
  for (const node of listElements(tree)) {
    if (node.tagName !== 'img') continue;
    const [, kind, isBase64, data] =
      /^data:image\/([a-z+]+)(?:;[\w-]+=[\w-]+)*(;base64)?,(.*)$/is.exec(readAttribute(node, 'src').trim()) ?? [];
    if (kind === undefined) continue;
    const bytes = isBase64 ? Buffer.from(data!, 'base64') : Buffer.from(decode(data!), 'utf8');
    if (bytes.length < LEAST) {
      node.properties.src = '';
      continue;
    }
    const name = `image-${digestBytes(bytes).slice(0, 12)}.${ENDINGS[kind.toLowerCase()] ?? kind.toLowerCase()}`;
    save(name, bytes);
    node.properties.src = `uploads/${name}`;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
