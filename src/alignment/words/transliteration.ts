/** Consonant skeletons (Kabul, «کابل»: `kbl`), without vowels, w/v/و and y/ی, of which Persian writes only some. */

const PERSIAN_SOUNDS = new Map(
  Object.entries({
    b: 'ب',
    p: 'پ',
    t: 'تط',
    s: 'ثسص',
    j: 'جژ',
    c: 'چ',
    h: 'حه',
    x: 'خ',
    d: 'د',
    z: 'ذزضظ',
    r: 'ر',
    S: 'ش',
    k: 'کق',
    g: 'گغ',
    f: 'ف',
    l: 'ل',
    m: 'م',
    n: 'ن',
  }).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound] as const)),
);

export function skeletonPersian(word: string): string {
  let skeleton = '';
  const bare = word.replace(/ه$/, '');
  for (const letter of bare) {
    const sound = PERSIAN_SOUNDS.get(letter) ?? '';
    if (sound !== skeleton.at(-1)) skeleton += sound;
  }
  return skeleton;
}

export function skeletonsEnglish(name: string): readonly string[] {
  const sounds = name
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/tch/g, '1')
    .replace(/sch|sh/g, 'S')
    .replace(/kh/g, 'x')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/zh/g, 'j')
    .replace(/th/g, 't')
    .replace(/x(?=[^aeiou]|$)/g, name.includes('kh') ? 'x' : 'ks')
    .replace(/ck|q/g, 'k')
    .replace(/h$/, '')
    .replace(/[aeiouyvw]/g, (letter) => (/[eiy]/.test(letter) ? 'e' : 'a'));
  const variants = new Set<string>();
  for (const soft of [true, false]) {
    for (const ch of ['c', 'k']) {
      variants.add(
        sounds
          .replace(/ch/g, ch === 'c' ? '1' : 'k')
          .replace(/c(?=e)/g, 's')
          .replace(/c/g, 'k')
          .replace(/g(?=e)/g, soft ? 'j' : 'g')
          .replace(/1/g, 'c')
          .replace(/[ae]/g, '')
          .replace(/(.)\1+/g, '$1'),
      );
    }
  }
  return [...variants];
}

/** The longer the skeleton, the likelier it is the same name. */
export function trustSkeleton(skeleton: string): number {
  return [0, 0, 0.12, 0.4, 0.6][skeleton.length] ?? 0.7;
}
