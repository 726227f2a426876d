import { tell } from './tell.ts';

/** npm hands a Ctrl-C on to a process that got it from the terminal already; a second one means it later than this. */
const sameKeyPressMs = 1_000;

/** Settles with the exit code once somebody asks to stop; who asks again is obeyed at once, after `cleanUp`. */
export function listenForStop(cleanUp: () => void): Promise<number> {
  const stop = Promise.withResolvers<number>();
  let askedAt: number | undefined;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.on(signal, () => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        tell('Stopping …');
        stop.resolve(code);
      } else if (performance.now() - askedAt > sameKeyPressMs) {
        cleanUp();
        process.exit(code);
      }
    });
  return stop.promise;
}
