/**
 * Does work that is called off after so many ms, or with `outer`. Unlike signals of `AbortSignal.timeout` and
 * `AbortSignal.any`, which run on until a whole collection of garbage finds them, nothing is left of it when
 * the work is done.
 */
export async function within<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`Not done within ${ms} ms`, 'TimeoutError'));
  }, ms).unref();
  const callOff = (): void => controller.abort(outer?.reason);
  outer?.addEventListener('abort', callOff);
  if (outer?.aborted === true) callOff();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', callOff);
  }
}
