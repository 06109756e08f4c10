import type { PageText } from '../templates/page.ts';
import { encodeText } from '../works/encode-text.ts';
import { remember } from '../works/remember.ts';

/** Frames as UTF-8. A site has a few of them. */
const frames = new Map<string, Uint8Array>();

/** A page as UTF-8. */
export function encodePage({ frame, own }: PageText): Uint8Array {
  return Buffer.concat([remember(frames, frame, () => encodeText(frame)), encodeText(own)]);
}
