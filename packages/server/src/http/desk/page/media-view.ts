import type { TimelineEntry } from '@ambit/sdk/timeline-entry';
import { element, type Child } from './element.ts';
import { kindText, sizeText } from './wording.ts';

/** Made once and moved along with each refill, so that a film goes on and a photo does not flicker. */
const made = new Map<string, HTMLElement>();
const mostMade = 300;

/**
 * The file of a message: a photo to look at, a player, something to save, or why there is none.
 * `onSized`: told when it has got its height.
 */
export function mediaView(entry: TimelineEntry, channelId: string, onSized: () => void): readonly Child[] {
  const { media } = entry;
  if (media === undefined || entry.hidden) return [];
  switch (media.state) {
    case 'coming':
      return [element('p', { class: 'file-note' }, 'The file is being copied from WhatsApp …')];
    case 'lost':
      return [
        element(
          'p',
          { class: 'file-note bad' },
          'The file could not be copied from WhatsApp. Ask the customer to send it again.',
        ),
      ];
    case 'copied':
      return [copied(entry, media, channelId, onSized)];
  }
}

type Media = NonNullable<TimelineEntry['media']>;

function copied(entry: TimelineEntry, media: Media, channelId: string, onSized: () => void): HTMLElement {
  const address = `/api/media/${encodeURIComponent(channelId)}/${encodeURIComponent(media.mediaId)}`;
  const before = made.get(address);
  if (before !== undefined) return before;
  const view = viewOf(entry, media, address, onSized);
  made.set(address, view);
  const [oldest] = made.keys();
  if (made.size > mostMade && oldest !== undefined) made.delete(oldest);
  return view;
}

function viewOf(entry: TimelineEntry, media: Media, address: string, onSized: () => void): HTMLElement {
  const what = kindText(entry.kind) ?? 'File';
  const save = (): HTMLElement =>
    element(
      'a',
      { class: 'file', href: address, download: media.filename ?? true, 'data-key': `file ${media.mediaId}` },
      element('bdi', {}, media.filename ?? what),
      ` · save${media.bytes === undefined ? '' : ` (${sizeText(media.bytes)})`}`,
    );
  const type = media.mimeType ?? '';
  // What the browser cannot show after all can still be saved.
  const instead = (): void => {
    const shown = made.get(address);
    const link = save();
    made.set(address, link);
    shown?.replaceWith(link);
    onSized();
  };
  if (type.startsWith('image/') && type !== 'image/svg+xml')
    return element(
      'a',
      {
        class: `photo ${entry.kind}`,
        href: address,
        target: '_blank',
        rel: 'noopener',
        'data-key': `file ${media.mediaId}`,
      },
      element('img', {
        src: address,
        alt: entry.text ?? `${what} from the customer`,
        onload: onSized,
        onerror: instead,
      }),
    );
  if (type.startsWith('video/'))
    return element('video', {
      src: address,
      controls: true,
      preload: 'metadata',
      'aria-label': `${what} from the customer`,
      onloadedmetadata: onSized,
      onerror: instead,
    });
  if (type.startsWith('audio/'))
    return element('audio', {
      src: address,
      controls: true,
      preload: 'metadata',
      'aria-label': `${what} from the customer`,
      onerror: instead,
    });
  return save();
}
