import { createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { NavigationLink } from '../settings/navigation.ts';
import type { ReadSettings } from '../settings/read-settings.ts';
import type { Lang } from './block.ts';
import { findNearest } from './nearest-name.ts';
import { pageOf } from './redirects.ts';
import type { Section } from './sections.ts';

/**
 * Where a link of the navigation leads in a language: an address elsewhere as it is, else a path below `dist/` with
 * what follows it.
 */
export function findNavigationTarget({ to }: NavigationLink, lang: Lang): { outer: string } | { path: string } {
  const target = typeof to === 'string' ? to : to[lang];
  return /^[a-z]+:/.test(target) ? { outer: target } : { path: `${lang}/${target}` };
}

/** What the settings name and the content does not have. */
export function checkSettings(
  { settings, locate }: ReadSettings,
  sections: ReadonlyMap<string, Section>,
  isPage: (path: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const list of ['navigation', 'footer'] as const)
    for (const [i, link] of (settings[list] ?? []).entries()) {
      const broken = langs.flatMap((lang) => {
        const target = findNavigationTarget(link, lang);
        return 'path' in target && !isPage(pageOf(target.path.replace(/\?.*/, ''))!) ? [target.path] : [];
      });
      if (broken.length)
        findings.push(createFinding('NavigationBroken', locate([list, i, 'to']), { target: broken.join(', ') }));
    }
  for (const [i, section] of settings.front.sections.entries())
    if (!sections.has(section)) {
      const near = findNearest(section, sections.keys()) ?? '';
      findings.push(createFinding('SectionUnknown', locate(['front', 'sections', i]), { section, near }));
    }
  return findings;
}
