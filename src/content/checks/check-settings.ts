import { findNearest } from '../../base/nearest-name.ts';
import { createFinding, type Finding } from '../../errors.ts';
import { langs } from '../../locales.ts';
import type { ReadSettings } from '../../settings/read-settings.ts';
import type { ReadEntries } from '../content-file.ts';
import { findBrokenTarget } from '../navigation.ts';
import type { Section } from '../sections.ts';

/** What the settings name and the content does not have. */
export function checkSettings(
  { settings, locate }: ReadSettings,
  { entries: sections, hasLost }: ReadEntries<Section>,
  isPage: (path: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const list of ['navigation', 'footer'] as const)
    for (const [i, link] of (settings[list] ?? []).entries()) {
      const broken = langs.flatMap((lang) => findBrokenTarget(link, lang, isPage) ?? []);
      if (broken.length)
        findings.push(createFinding('NavigationBroken', locate([list, i, 'to']), { target: broken.join(', ') }));
    }
  for (const [i, section] of settings.front.sections.entries())
    if (!sections.has(section) && !hasLost(section)) {
      const near = findNearest(section, sections.keys()) ?? '';
      findings.push(createFinding('SectionUnknown', locate(['front', 'sections', i]), { section, near }));
    }
  return findings;
}
