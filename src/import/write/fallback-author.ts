import type { Label } from '../../content/glossary.ts';
import type { IncomingPerson } from '../incoming.ts';
import { repairLine, startRepairs } from '../markdown/repair-text.ts';
import { choosePersonId } from '../person-id.ts';

export interface FallbackAuthor {
  readonly id: string;
  /** For `people.yaml`; undefined where they are known already. */
  readonly person?: IncomingPerson | undefined;
}

const EDITORS: IncomingPerson = { id: 'editors', name: { en: 'Editors', fa: 'تحریریه' }, desk: true };

/** @param named an id, or a name in either language */
export function findFallbackAuthor(named: string | undefined, people: readonly Label[]): FallbackAuthor {
  const name = (named ?? EDITORS.id).trim();
  if (people.some(({ id, en, fa }) => name === id || name === en || name === fa)) return { id: name };
  if (name === EDITORS.id) return { id: name, person: EDITORS };
  const id = choosePersonId(name, '', (wished) => people.some((known) => known.id === wished));
  const write = (lang: 'en' | 'fa') => repairLine(name, lang, startRepairs());
  return { id, person: { id, name: { en: write('en'), fa: write('fa') } } };
}
