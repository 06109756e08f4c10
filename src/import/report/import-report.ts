import type { Finding } from '../../errors.ts';
import type { Repairs } from '../markdown/repair-text.ts';
import type { Decision } from '../write/plan-write.ts';

export interface ReportedPair {
  readonly en: string;
  readonly fa: string;
  readonly by: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

export interface ImportReport {
  readonly source: string;
  readonly dryRun: boolean;
  readonly seconds: number;
  readonly texts: Readonly<Record<'en' | 'fa' | 'pages' | 'drafts', number>>;
  readonly files: Readonly<Record<Decision, number>>;
  readonly media: { readonly found: number; readonly copied: number };
  /** Files of the two editions, and what joined them. */
  readonly pairs: readonly ReportedPair[];
  readonly proposals: readonly ReportedPair[];
  readonly repairs: Readonly<Repairs>;
  readonly leftOut: Readonly<Record<string, number>>;
  /** `people/id` and so on. */
  readonly added: readonly string[];
  /** What the settings allow, and what else the texts have, with how often. */
  readonly embeds: {
    readonly allowed: readonly string[];
    readonly wanted: readonly { readonly host: string; readonly count: number }[];
  };
  /** Old addresses of lists that the settings do not have yet → new ones. */
  readonly redirects: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}
