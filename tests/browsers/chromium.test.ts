import { browsers } from './find-browsers.ts';
import { testReading } from './test-reading.ts';

await testReading(browsers.chromium);
