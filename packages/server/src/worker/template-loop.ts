import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

const pollMs = 5_000;
const retryMs = 60_000;

/**
 * Hands in templates for review, once for each version that is published. `version`: of what is published now;
 * `submit`: hands in what is missing until it is called off; false: not everything could be.
 */
export function startTemplateLoop(
  needs: LoopNeeds & {
    readonly version: () => Promise<number>;
    readonly submit: (signal: AbortSignal) => Promise<boolean>;
  },
): Loop {
  let done: number | undefined;
  const stopping = new AbortController();
  const loop = startLoop('templates', needs, async () => {
    const version = await needs.version();
    if (version === done) return pollMs;
    if (!(await needs.submit(stopping.signal))) return retryMs;
    done = version;
    return pollMs;
  });
  return {
    wake: loop.wake,
    stop() {
      stopping.abort();
      return loop.stop();
    },
  };
}
