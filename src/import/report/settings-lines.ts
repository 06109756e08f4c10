import type { ImportReport } from './import-report.ts';

const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

export function formatSettingLines({ embeds, redirects }: Pick<ImportReport, 'embeds' | 'redirects'>): string[] {
  const lines: string[] = [];
  if (embeds.wanted.length > 0)
    lines.push(`embeds: [${[...embeds.allowed, ...embeds.wanted.map(({ host }) => host)].map(quote).join(', ')}],`);
  const entries = Object.entries(redirects);
  if (entries.length > 0)
    lines.push('redirects: {', ...entries.map(([from, to]) => `  ${quote(from)}: ${quote(to)},`), '},');
  return lines;
}
