import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

const pollMs = 60_000;

/**
 * Keeps knowing what is in the catalogues at Meta. A round only begins the work: Meta may be slow, and must not make
 * the loop look stuck. `read`: reads what nobody has read for long, until it is called off.
 */
export function startCatalogueLoop(
  needs: LoopNeeds & { readonly read: (signal: AbortSignal) => Promise<void> },
): Loop {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const loop = startLoop('catalogues', needs, () => {
    running ??= needs
      .read(stopping.signal)
      .catch((error: unknown) => {
        needs.log.error('catalogues.failed', {
          error: error instanceof Error ? error.message : String(error),
        });
      })
      .finally(() => {
        running = undefined;
      });
    return Promise.resolve(pollMs);
  });
  return {
    wake: loop.wake,
    async stop() {
      stopping.abort();
      await loop.stop();
      await running;
    },
  };
}
