import type { DatedStatus } from '../upkeep/site-status.ts';

export function formatStatus(rows: readonly DatedStatus[]): string {
  const heads = ['work', 'units', 'reviewed', 'to review', 'stale', 'untranslated', 'oldest'];
  const cells = rows.map((row) => [
    row.work,
    ...[row.units, row.reviewed, row.toReview, row.stale, row.untranslated].map(String),
    row.oldest ? `${row.age} ${row.age === 1 ? 'day' : 'days'} (${row.oldest})` : '',
  ]);
  const sum = (key: 'units' | 'reviewed' | 'toReview' | 'stale' | 'untranslated') =>
    String(rows.reduce((total, row) => total + row[key], 0));
  const sums = ['all', sum('units'), sum('reviewed'), sum('toReview'), sum('stale'), sum('untranslated'), ''];
  const table = [heads, ...cells, sums];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => [...row[column]!].length)));
  const pad = (text: string, column: number) => {
    const space = ' '.repeat(widths[column]! - [...text].length);
    return column === 0 || column === heads.length - 1 ? text + space : space + text;
  };
  return table.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
