import type { WxrItem } from './wxr.ts';

const toUtc = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);

const DAY = 86_400_000;

/** Some exports have the zero of a clock. */
const isNone = (text: string) => text === '' || toUtc(text) < DAY;

/** As in frontmatter: with the zone where the export gives both the site's time and UTC; or ''. */
export function readDate({ date, dateUtc, published }: Pick<WxrItem, 'date' | 'dateUtc' | 'published'>): string {
  const pub = Date.parse(published);
  if (isNone(date)) {
    if (!isNone(dateUtc)) return `${dateUtc.slice(0, 16).replace(' ', 'T')}Z`;
    return Number.isNaN(pub) || pub < DAY ? '' : `${new Date(pub).toISOString().slice(0, 16)}Z`;
  }
  const local = date.slice(0, 16).replace(' ', 'T');
  const minutes = !isNone(dateUtc) ? Math.round((toUtc(date) - toUtc(dateUtc)) / 60_000) : Number.NaN;
  if (Number.isNaN(minutes) || minutes % 15 !== 0 || Math.abs(minutes) > 14 * 60) return local;
  if (minutes === 0) return `${local}Z`;
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
