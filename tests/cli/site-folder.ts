import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseRecord } from '../../src/alignment/records/parse-record.ts';
import type { AlignmentRecord } from '../../src/alignment/records/record.ts';
import type { Lang } from '../../src/markdown/block.ts';

/** `code` is null when the command was killed. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
}

export interface SiteFolder {
  readonly dir: string;
  readonly write: (lang: Lang, slug: string, paragraphs: readonly string[]) => void;
  readonly remove: (lang: Lang, slug: string) => void;
  readonly align: (...args: string[]) => Promise<Ended>;
  readonly check: (...args: string[]) => Promise<Ended>;
  /** Without warning. */
  readonly killAlign: (afterMs: number) => Promise<Ended>;
  readonly git: (...args: string[]) => string;
  readonly recordPath: (work: string) => string;
  readonly record: (work: string) => AlignmentRecord;
  /** Hidden ones too. */
  readonly listRecords: () => string[];
  readonly close: () => void;
}

const ROOT = resolve(import.meta.dirname, '../..');

export function openSiteFolder(): SiteFolder {
  const dir = mkdtempSync(join(tmpdir(), 'beyt-cli-'));
  const path = (lang: Lang, slug: string) => join(dir, lang, `${slug}.mdx`);
  const recordPath = (work: string) => join(dir, 'alignment', `${work}.json`);
  return {
    dir,
    write: (lang, slug, paragraphs) => {
      mkdirSync(dirname(path(lang, slug)), { recursive: true });
      const head = `---\ntitle: ${slug}\ndescription: ${slug}\ndate: 2026-01-01\nauthors: [editors]\n`;
      writeFileSync(
        path(lang, slug),
        `${head}${lang === 'fa' ? 'translators: [editors]\n' : ''}---\n\n${paragraphs.join('\n\n')}\n`,
      );
    },
    remove: (lang, slug) => rmSync(path(lang, slug)),
    align: (...args) => run(dir, 'align', args),
    check: (...args) => run(dir, 'check', args),
    killAlign: (afterMs) => run(dir, 'align', [], afterMs),
    git: (...args) =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    recordPath,
    record: (work) => {
      const { record, problems } = parseRecord(readFileSync(recordPath(work), 'utf8'));
      if (!record || problems.length > 0) throw new Error(`${work}: ${JSON.stringify(problems)}`);
      return record;
    },
    listRecords: () => readdirSync(join(dir, 'alignment'), { recursive: true }).map(String).sort(),
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function run(dir: string, command: 'align' | 'check', args: readonly string[], killAfterMs?: number): Promise<Ended> {
  return new Promise((end) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/cli', `${command}.ts`), ...args], {
      cwd: ROOT,
      env: { ...process.env, CONTENT_DIR: dir, NO_COLOR: '1', NODE_COMPILE_CACHE: join(tmpdir(), 'beyt-compiled') },
    });
    let out = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (out += data));
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.on('close', (code) => {
      clearTimeout(timer);
      end({ code, out });
    });
  });
}

export const EN = [
  'Kabul fell on a Sunday in August 2021, and nobody fired a shot.',
  'The army had not been paid since May.',
  'Nobody gave the order to fight on, and 300,000 men went home.',
  'The bridge at Herat stayed open all night.',
];
export const FA = [
  'کابل یک‌شنبه‌ای در اگست ۲۰۲۱ سقوط کرد و کسی گلوله‌ای شلیک نکرد.',
  'ارتش از ماه می به این سو معاش نگرفته بود.',
  'هیچ‌کس فرمان ادامهٔ جنگ را نداد و ۳۰۰۰۰۰ مرد به خانه رفتند.',
  'پل هرات همهٔ شب باز ماند.',
];
