import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runBuild, siteUrl } from './build-site.ts';
import { type OwnProject, openOwnProject } from './own-project.ts';

const fixture = 'tests/fixtures/second-publication';

/** Settings, theme, content and pages are all a newsroom's own, built into its `dist/`. */
export async function openSecondPublication(): Promise<
  OwnProject & { readonly dist: string; build: () => Promise<string> }
> {
  const project = openOwnProject(`${fixture}/content`);
  const { root } = project;
  rmSync(join(root, 'public'), { recursive: true });
  cpSync(fixture, root, { recursive: true });
  // The bytes of a font are not what is tested.
  for (const [name, file] of [
    ['latin', 'newsreader'],
    ['persian', 'vazirmatn'],
  ])
    cpSync(`src/fonts/${file}-beyt.woff2`, join(root, `theme/fonts/${name}.woff2`));
  const build = async () => {
    const env = { BEYT_CONFIG: join(root, 'beyt.config.ts'), BEYT_CACHE: join(root, '.cache/beyt'), SITE_URL: siteUrl };
    const { code, output } = await runBuild(env, [], root);
    if (code !== 0) throw new Error(`The second publication does not build:\n${output}`);
    return output;
  };
  await build();
  return { ...project, dist: join(root, 'dist'), build };
}
