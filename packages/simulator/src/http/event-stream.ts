import type { ServerResponse } from 'node:http';
import type { LiveFeed } from '../live-feed.ts';

const heartbeatMs = 15_000;

/** Streams the live feed as server-sent events; the page fetches what they name. */
export function streamEvents(live: LiveFeed, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 1000\nevent: ready\ndata: {}\n\n');
  const stop = live.subscribe((events) => {
    response.write(`event: changed\ndata: ${JSON.stringify(events)}\n\n`);
  });
  const heartbeat = setInterval(() => {
    response.write(': still here\n\n');
  }, heartbeatMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
