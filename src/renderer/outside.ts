import { allowedFrames } from '../markdown/embeds.ts';
import type { SourceDirective } from '../settings/outside.ts';
import type { Settings } from '../settings/schema.ts';
import { formatSnippet } from '../view/snippets.ts';
import type { PolicyNeeds } from './policy.ts';

export type OutsideNeeds = Pick<PolicyNeeds, 'sources' | 'forms' | 'trustedTypes'>;
type Outside = Pick<Settings, 'head' | 'forms' | 'embeds'>;

function toSource(address: string): string {
  return new URL(address).href
    .replace(/[?#].*$/s, '')
    .replaceAll(';', '%3B')
    .replaceAll(',', '%2C');
}

function mergeSources(all: readonly NonNullable<PolicyNeeds['sources']>[]): NonNullable<PolicyNeeds['sources']> {
  const merged: Partial<Record<SourceDirective, string[]>> = {};
  for (const sources of all)
    for (const [directive, named] of Object.entries(sources) as [SourceDirective, string[]][])
      merged[directive] = [...new Set([...(merged[directive] ?? []), ...named])];
  return merged;
}

/** What the settings allow, as far as this page needs it. */
export function findOutside(html: string, { head, forms, embeds }: Outside): OutsideNeeds {
  const snippets = head.filter((snippet) => html.includes(formatSnippet(snippet)));
  const allowed = allowedFrames(embeds);
  const frames = html.includes(' data-embed="')
    ? [...html.matchAll(/<[^<>]*\sdata-embed="(https:\/\/[^"/?#]+)/g)].map(([, origin]) => origin!)
    : [];
  const shown = [...new Set(frames)].filter((origin) => allowed.includes(origin));
  return {
    sources: mergeSources([
      ...snippets.map(({ sources }) => sources),
      ...(shown.length ? [{ 'frame-src': shown }] : []),
    ]),
    forms: html.includes('<form') ? forms.map(toSource) : [],
    trustedTypes: snippets.every(({ trustedTypes }) => trustedTypes),
  };
}

export function allOutside({ head, forms, embeds }: Outside): OutsideNeeds {
  return {
    sources: mergeSources([...head.map(({ sources }) => sources), { 'frame-src': allowedFrames(embeds) }]),
    forms: forms.map(toSource),
    trustedTypes: head.every(({ trustedTypes }) => trustedTypes),
  };
}
