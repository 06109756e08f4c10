/** PDF files and old systems write them. Ligatures that are characters of their own (ﷲ, ﷺ, ﷼) are none. */
export const presentationForms = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]+/g;

type Shape = 'alone' | 'end' | 'beginning' | 'middle';
const shapes: readonly Shape[] = ['alone', 'end', 'beginning', 'middle'];

/** Unicode has the shapes of a letter one after another, in the order of `shapes`. */
const ranges = [
  [0xfb50, 0xfbb1],
  [0xfbfc, 0xfbff],
  [0xfe80, 0xfefc],
] as const;

const shapeOf = new Map<string, Shape>();
for (const [first, last] of ranges) {
  let letter = '';
  let count = 0;
  for (let code = first; code <= last; code++) {
    const form = String.fromCharCode(code);
    count = form.normalize('NFKC') === letter ? count + 1 : 0;
    letter = form.normalize('NFKC');
    shapeOf.set(form, shapes[count]!);
  }
}

/** In the order in which they are seen, a word begins with its end. */
function isReversed(forms: string): boolean {
  if (forms.length < 2) return false;
  const [first, last] = [shapeOf.get(forms[0]!), shapeOf.get(forms.at(-1)!)];
  return first === 'end' || first === 'middle' || last === 'beginning' || last === 'middle';
}

/** Undefined where they are in the wrong order: only a person can say what was meant. */
export function readForms(forms: string): string | undefined {
  return isReversed(forms) ? undefined : forms.normalize('NFKC');
}
