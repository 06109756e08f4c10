import type { Lang } from '../../markdown/block.ts';
import type { IncomingPerson } from '../incoming.ts';
import { repairLine, startRepairs } from '../markdown/repair-text.ts';
import { choosePersonId, toPersonId } from '../person-id.ts';
import type { Archive } from './archive.ts';
import type { WxrItem } from './wxr.ts';

export interface People {
  readonly find: (item: WxrItem) => readonly string[];
  readonly idOf: (login: string) => string | undefined;
  /** What the addresses of the person's page ended in. */
  readonly loginsOf: (id: string) => readonly string[];
}

const write = (lang: Lang, name: string) => repairLine(name, lang, startRepairs());

const toName = (login: string) =>
  login
    .toLowerCase()
    .replace(/[\s.@]+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '');

/** @param used by id, also on other sites: the same login may be somebody else there; new people are added */
export function readPeople(
  { sites, guests }: Pick<Archive, 'sites' | 'guests'>,
  used: Map<string, IncomingPerson>,
): People {
  const names = new Map(guests);
  for (const site of sites) for (const { login, name } of site.authors) if (name) names.set(login, name);
  const ids = new Map<string, string>();
  const idOf = (login: string, name: string) => {
    const known = ids.get(login);
    if (known) return known;
    const isTaken = (wished: string) => {
      const known = used.get(wished)?.name;
      return (
        [...ids.values()].includes(wished) ||
        (known !== undefined && known.en !== write('en', name) && known.fa !== write('fa', name))
      );
    };
    const id = choosePersonId(name, login, isTaken);
    ids.set(login, id);
    return id;
  };
  const use = (login: string, name: string) => {
    const id = idOf(login, name);
    if (!used.has(id)) used.set(id, { id, name: { en: write('en', name), fa: write('fa', name) } });
    return id;
  };
  return {
    idOf: (login) => [...ids].find(([known]) => known === login || toPersonId(known) === login)?.[1],
    loginsOf: (id) => [...ids].flatMap(([login, person]) => (person === id ? [toName(login)] : [])).filter(Boolean),
    find: (item) => {
      // Co-Authors Plus: a term for each author, its slug the login behind "cap-".
      const coAuthors = item.terms.filter(({ domain }) => domain === 'author');
      if (coAuthors.length > 0)
        return [
          ...new Set(
            coAuthors.map(({ nicename, name }) => {
              const login = nicename.replace(/^cap-/, '');
              return use(login, names.get(login) ?? name);
            }),
          ),
        ];
      return item.creator ? [use(item.creator, names.get(item.creator) ?? item.creator)] : [];
    },
  };
}
