import { expect, test } from 'vitest';
import { startCatalogueLoop } from './catalogue-loop.ts';

test('stopping does not wait for Meta: what is being read is called off', async () => {
  const quiet = (): void => undefined;
  let reading: (() => void) | undefined;
  const began = new Promise<void>((resolve) => {
    reading = resolve;
  });
  const loop = startCatalogueLoop({
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    watch: { began: quiet, completed: quiet, ended: quiet },
    read: (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('called off')));
        reading?.();
      }),
  });
  await began;
  await expect(loop.stop()).resolves.toBeUndefined();
});
