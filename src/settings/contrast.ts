import { blend, converter, formatHex, type Oklch, parse, wcagContrast } from 'culori';
import { createFinding, type Finding } from '../errors.ts';
import type { Locate } from './read-settings.ts';
import type { Settings } from './schema.ts';

const toRgb = converter('rgb');
const toOklch = converter('oklch');

/** WCAG 2.2, success criterion 1.4.3. */
const LEAST_CONTRAST = 4.5;

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];
const texts = ['accent', 'ink', 'soft'] as const;
const grounds = ['paper', 'raised'] as const;

/** Those of `src/styles/tokens.css`. */
export const usualColours: Readonly<Record<Scheme, Readonly<Record<string, string>>>> = {
  light: { paper: '#fcfcf9', raised: '#fff', ink: '#1a1c20', soft: '#575c66', accent: '#213f9e' },
  dark: { paper: '#14161a', raised: '#1c1f25', ink: '#e5e3dd', soft: '#a5a9b2', accent: '#a9bbff' },
};

/** By WCAG 2.2, from 1 to 21; undefined where one is no colour. */
export function findContrast(text: string, ground: string): number | undefined {
  const [front, back] = [toRgb(parse(text)), toRgb(parse(ground))];
  if (!front || !back) return undefined;
  // A text may let its ground through; what is behind the ground is not known.
  return wcagContrast(blend([{ ...back, alpha: 1 }, front]), back);
}

/** The nearest colour of the same hue that has enough contrast; `#rrggbb`. */
export function suggestColour(text: string, ground: string): string | undefined {
  const given = toOklch(parse(text));
  if (!given) return undefined;
  const at = (l: number) => formatHex({ ...given, l, alpha: 1 } satisfies Oklch);
  const isEnough = (l: number) => (findContrast(at(l), ground) ?? 0) >= LEAST_CONTRAST;
  const ends = [0, 1].filter(isEnough).sort((a, b) => Math.abs(a - given.l) - Math.abs(b - given.l));
  const [found] = ends
    .map((end) => {
      let [near, far] = [given.l, end];
      for (let i = 0; i < 20; i++) {
        const middle = (near + far) / 2;
        if (isEnough(middle)) far = middle;
        else near = middle;
      }
      return far;
    })
    .sort((a, b) => Math.abs(a - given.l) - Math.abs(b - given.l));
  return found === undefined ? undefined : at(found);
}

/** The same colour, where it can be read on the usual dark grounds. */
export function suggestDark(light: string): string {
  const { raised } = usualColours.dark;
  const ratio = findContrast(light, raised!);
  return ratio === undefined || ratio >= LEAST_CONTRAST ? light : (suggestColour(light, raised!) ?? light);
}

/** Ratios are cut, not rounded: 4.499 is not 4.5. */
const formatRatio = (ratio: number) => String(Math.floor(ratio * 100) / 100);

/** Finds values that look like colours and are none. */
export function checkColours({ colours }: Settings, locate: Locate): Finding[] {
  return Object.entries(colours).flatMap(([name, pair]) => {
    const wrong = [...new Set(Object.values(pair ?? {}))].filter((value) => parse(value) === undefined);
    return wrong.map((value) => {
      const reason = `has "${value}", which is not a CSS colour; write one such as "#213f9e" or "oklch(45% 0.15 265)"`;
      return createFinding('SettingWrong', locate(['colours', name]), { field: `colours.${name}`, reason });
    });
  });
}

export function checkContrast({ colours }: Settings, locate: Locate): Finding[] {
  return schemes.flatMap((scheme) => {
    const colourOf = (name: (typeof texts)[number] | (typeof grounds)[number]) =>
      colours[name]?.[scheme] ?? usualColours[scheme][name]!;
    return texts.flatMap((text) =>
      grounds
        .filter((ground) => colours[text] || colours[ground])
        .flatMap((ground): Finding[] => {
          const [front, back] = [colourOf(text), colourOf(ground)];
          const ratio = findContrast(front, back);
          if (ratio === undefined || ratio >= LEAST_CONTRAST) return [];
          const field = colours[text] ? text : ground;
          const better = suggestColour(front, back);
          return [
            createFinding('ContrastLow', locate(['colours', field, scheme]), {
              field: `colours.${field}`,
              scheme,
              pair: `${text} ${front} on ${ground} ${back}`,
              ratio: formatRatio(ratio),
              better: better ? `; ${text} ${better} would do` : '',
            }),
          ];
        }),
    );
  });
}
