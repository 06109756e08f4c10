import { guessLanguage } from './markdown/repair-text.ts';

/** Words as an id of `people.yaml`: small Latin letters, digits and hyphens; '' where they have none. */
export const toPersonId = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * An id for a person that nobody else has.
 * @param login what their source calls them; '' where it has no other name
 */
export function choosePersonId(name: string, login: string, isTaken: (id: string) => boolean): string {
  const wished = (guessLanguage(name) === 'en' && toPersonId(name)) || toPersonId(login) || 'author';
  let id = wished;
  for (let n = 2; isTaken(id); n++) id = `${wished}-${n}`;
  return id;
}
