import { createFinding, type Finding } from '../../errors.ts';
import type { Edition } from '../edition.ts';
import { locateField } from '../frontmatter.ts';

export function checkDates({ file, head, frontmatter }: Edition): Finding[] {
  const { date, updated, publish, expires } = frontmatter;
  const day = (written: string | undefined) => written?.slice(0, 10) || undefined;
  const begin = [day(date), day(publish)]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1);
  const report = (field: 'updated' | 'expires', reason: string) =>
    createFinding('DatesContradict', { file, ...locateField(head, [field]) }, { field, reason });
  return [
    ...(updated && date && day(updated)! < day(date)! ? [report('updated', 'is before the date of publication')] : []),
    ...(expires && begin && day(expires)! < begin
      ? [report('expires', 'is before the day from which it would be published, so that it never is')]
      : []),
  ];
}
