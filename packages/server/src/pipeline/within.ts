/**
 * Does work that is called off after so many ms. Unlike a signal of `AbortSignal.timeout`, whose timer runs on
 * until a whole collection of garbage finds it, nothing is left of it when the work is done.
 */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`Not done within ${ms} ms`, 'TimeoutError'));
  }, ms).unref();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
