import type { Edition } from '../content/edition.ts';
import type { LabelGroup } from '../content/labels.ts';
import { findLead, listByDate } from '../content/list.ts';
import type { Content } from '../content/load.ts';
import { groupBySection } from '../content/sections.ts';
import type { Lang } from '../markdown/block.ts';

const IN_SECTION = 4;

export interface Front {
  readonly lead: Edition | undefined;
  readonly beside: readonly Edition[];
  readonly below: readonly Edition[];
  readonly sections: readonly LabelGroup[];
}

/** Beside a lead: about as high together as it is. Below, in two columns: an even number. */
export function arrangeBeside(
  lead: Edition | undefined,
  rest: readonly Edition[],
): { readonly beside: readonly Edition[]; readonly below: readonly Edition[] } {
  const most = lead?.frontmatter.cover ? 4 : 2;
  const count = rest.length > most ? most - ((rest.length - most) % 2) : most;
  return { beside: rest.slice(0, count), below: rest.slice(count) };
}

export function arrangeFront(
  content: Content,
  lang: Lang,
  { size, sections }: { readonly size: number; readonly sections: readonly string[] },
): Front {
  const lead = findLead(content, lang);
  const rest = listByDate(content, lang)
    .filter((edition) => edition !== lead)
    .slice(0, size - 1);
  const above = new Set(lead ? [lead, ...rest] : rest);
  const groups = groupBySection(content, lang);
  const placed = sections.flatMap((id) => {
    const group = groups.find(({ label }) => label.id === id);
    const editions = group?.editions.filter((edition) => !above.has(edition)).slice(0, IN_SECTION) ?? [];
    return group && editions.length > 0 ? [{ label: group.label, editions }] : [];
  });
  return { lead, ...arrangeBeside(lead, rest), sections: placed };
}
