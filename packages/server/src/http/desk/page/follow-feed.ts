import type { FeedChange } from '@ambit/sdk/feed';
import './api.ts';

/** Follows the live feed and comes back by itself. `connected`: everything may have changed meanwhile. */
export function followFeed(told: {
  connected(): void;
  lost(): void;
  changed(change: FeedChange): void;
}): void {
  const source = new EventSource('/api/feed');
  source.addEventListener('open', told.connected);
  source.addEventListener('changed', (event) => {
    void new Response(String(event.data)).json<FeedChange>().then(told.changed);
  });
  source.addEventListener('error', () => {
    told.lost();
    // Browsers try again by themselves unless the server gave an answer that is no feed.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => followFeed(told), 3_000);
  });
}
