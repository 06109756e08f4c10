/**
 * Measured in Chromium on the prose of this site, with a font of the same metrics where the font itself is not free
 * (Gelasio for Georgia, Tinos for Times New Roman). Fonts that could not be measured are not adjusted.
 */
export interface Fallback {
  /** The full name and the PostScript name. */
  readonly names: readonly string[];
  /** Width of the site's regular font ÷ width of this one. */
  readonly width: number;
}

/** In units of the font size. */
export interface Metrics {
  readonly ascent: number;
  readonly descent: number;
}

export const metrics: Readonly<Record<'latin' | 'persian', Metrics>> = {
  latin: { ascent: 0.735, descent: 0.265 },
  persian: { ascent: 1.025, descent: 0.537 },
};

export const fallbacks: Readonly<Record<'latin' | 'persian', readonly Fallback[]>> = {
  latin: [
    { names: ['Georgia', 'Gelasio Regular'], width: 0.971 },
    { names: ['Noto Serif', 'Noto Serif Regular'], width: 0.918 },
    { names: ['Times New Roman', 'Tinos Regular', 'Liberation Serif'], width: 1.061 },
    { names: ['DejaVu Serif'], width: 0.853 },
  ],
  persian: [
    { names: ['Noto Naskh Arabic Regular', 'Noto Naskh Arabic UI Regular'], width: 1.088 },
    { names: ['Noto Sans Arabic Regular'], width: 0.982 },
    { names: ['DejaVu Sans'], width: 0.917 },
  ],
};
