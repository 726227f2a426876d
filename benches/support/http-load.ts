import net from 'node:net';

/** What a load run saw. `latenciesMs`: from the request's due time, so that a stall is not hidden. */
export type LoadResult = {
  readonly answered: number;
  readonly refused: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
};

/**
 * Posts ready-made requests over raw keep-alive sockets, so that the load costs little of the
 * machine it shares with what is measured.
 * `next`: the n-th request, whole, as bytes. `perSecond`: open-loop arrivals; absent: each socket
 * sends as soon as it is answered.
 */
export async function postLoad(options: {
  port: number;
  sockets: number;
  seconds: number;
  perSecond?: number;
  next: (n: number) => Buffer;
}): Promise<LoadResult> {
  const { port, sockets, seconds, perSecond, next } = options;
  const latenciesMs: number[] = [];
  let answered = 0;
  let refused = 0;
  let sent = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;

  async function drive(): Promise<void> {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    for (;;) {
      const n = sent;
      const dueAt = perSecond === undefined ? performance.now() : startedAt + (n * 1_000) / perSecond;
      if (dueAt >= endsAt || performance.now() >= endsAt) break;
      sent += 1;
      const early = dueAt - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const status = await exchange(socket, next(n));
      if (status === 200) answered += 1;
      else refused += 1;
      latenciesMs.push(performance.now() - dueAt);
    }
    socket.destroy();
  }

  await Promise.all(Array.from({ length: sockets }, drive));
  return { answered, refused, seconds: (performance.now() - startedAt) / 1_000, latenciesMs };
}

/** One request and its answer, whose end is known by its content-length. */
function exchange(socket: net.Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = '';
    const onData = (chunk: Buffer): void => {
      received += chunk.toString('latin1');
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length < headEnd + 4 + length) return;
      socket.off('data', onData);
      socket.off('error', reject);
      resolve(Number(received.slice(9, 12)));
    };
    socket.on('data', onData);
    socket.once('error', reject);
    socket.write(request);
  });
}
