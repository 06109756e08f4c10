export const imageFile = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

/** What a text may name a file for. */
export type FileKind = 'picture' | 'sound' | 'film' | 'captions';

/** By endings. Browsers play what is heard in MP4 and WebM as sound; they no longer play films in Ogg. */
const endings: Readonly<Record<FileKind, RegExp>> = {
  picture: imageFile,
  sound: /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac|mp4|m4v|webm)$/i,
  film: /\.(?:mp4|m4v|webm)$/i,
  captions: /\.vtt$/i,
};

const described: Readonly<Record<FileKind, string>> = {
  picture: 'a picture',
  sound: 'sound',
  film: 'a film',
  captions: 'a file of captions',
};

export const isOfKind = (path: string, kind: FileKind): boolean => endings[kind].test(path);

/** Undefined where the file is of that kind, or of none that is known. */
export function findMismatch(path: string, kind: FileKind): string | undefined {
  if (isOfKind(path, kind)) return undefined;
  const known = (['picture', 'captions', 'film', 'sound'] as const).find((other) => isOfKind(path, other));
  return known && `is ${described[known]}, and not ${described[kind]}`;
}
