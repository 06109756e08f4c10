import type { Publication } from '../works/publication.ts';
import type { BuiltSite } from './build-site.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

export function formatSummary(
  publication: Publication,
  { pages, made }: BuiltSite,
  stages: ReadonlyMap<string, number>,
  peak = process.resourceUsage().maxRSS,
): string {
  const facts = publication.content.works.map(publication.readFacts);
  const sum = (key: 'units' | 'twins' | 'stale') => facts.reduce((total, one) => total + one[key], 0);
  const total = [...stages.values()].reduce((a, b) => a + b, 0);
  const times = [...stages].filter(([, ms]) => ms >= 50).map(([stage, ms]) => `${stage} ${seconds(ms)}`);
  return [
    `${count(facts.length, 'work')}, ${count(sum('units'), 'unit')}, ${count(sum('twins'), 'twin link')}, ${sum('stale').toLocaleString('en')} stale`,
    `${count(made, 'page')} made, ${(pages.length - made).toLocaleString('en')} kept, in ${seconds(total)} (${times.join(', ')}); ${Math.round(peak / 1024).toLocaleString('en')} MB at the peak`,
  ].join('\n');
}
