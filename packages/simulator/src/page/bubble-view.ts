import type { Bubble, ThreadMessage } from '../thread-message.ts';
import { el, icon } from './dom.ts';
import type { JsonRecord } from './json-value.ts';
import { itemsOf, summaryOf } from './message-summary.ts';
import { richText } from './rich-text.ts';
import { timeOf } from './words.ts';

/** What a tap on a bubble can do. */
export type BubbleTaps = {
  pressButton(message: ThreadMessage, id: string, title: string): void;
  pressTemplateButton(message: ThreadMessage, payload: string, text: string): void;
  openList(message: ThreadMessage, bubble: Extract<Bubble, { kind: 'list' }>): void;
  openMenu(message: ThreadMessage, anchor: HTMLElement): void;
  openFlow(
    message: ThreadMessage,
    flow: { flowId: string; flowToken: string; label: string; data?: JsonRecord },
  ): void;
  answerRequest(message: ThreadMessage, bubble: Extract<Bubble, { kind: 'request' }>): void;
  openProducts(message: ThreadMessage, products: { catalogId: string; retailerIds: readonly string[] }): void;
  playVoice(message: ThreadMessage): void;
};

/** One message: tail, quote, content, reactions, time and ticks. */
export function bubbleView(
  message: ThreadMessage,
  quoted: ThreadMessage | undefined,
  businessName: string,
  taps: BubbleTaps,
): HTMLElement {
  const own = message.from === 'customer';
  const sticker = message.bubble.kind === 'media' && message.bubble.media === 'sticker';
  const menu = el('button', {
    class: 'bubble-menu',
    type: 'button',
    'aria-label': 'Message options',
    'aria-haspopup': 'menu',
  });
  menu.append(icon('down'));
  menu.addEventListener('click', () => {
    taps.openMenu(message, menu);
  });
  const bubble = el('div', { class: sticker && !message.revoked ? 'bubble bare' : 'bubble' });
  bubble.append(el('span', { class: 'visually-hidden' }, own ? 'You: ' : `${businessName}: `));
  if (message.groupId !== undefined)
    bubble.append(el('p', { class: 'bubble-group' }, `In group ${message.groupId}`));
  if (message.replyTo !== undefined && !message.revoked) bubble.append(quoteView(quoted, businessName));
  if (message.revoked)
    bubble.append(
      el('p', { class: 'revoked' }, own ? 'You deleted this message' : 'This message was deleted'),
    );
  else bubble.append(...content(message, taps));
  const last = bubble.lastElementChild;
  (last?.matches('.text, .footer, .revoked') === true ? last : bubble).append(metaView(message));
  if (!message.revoked) bubble.append(menu);
  const row = el('article', { class: `row ${own ? 'out' : 'in'}`, 'data-wamid': message.wamid }, bubble);
  if (!message.revoked) row.append(...buttonsOf(message, taps));
  if (message.reactions.length > 0 && !message.revoked)
    row.append(
      el(
        'div',
        { class: 'reactions', 'aria-label': 'Reactions' },
        message.reactions.map((one) => one.emoji).join(' '),
      ),
    );
  const trouble = troubleOf(message);
  if (trouble !== undefined) {
    const line = el('p', { class: 'trouble' }, icon('alert'));
    line.append(el('span', {}, trouble));
    row.append(line);
  }
  return row;
}

function quoteView(quoted: ThreadMessage | undefined, businessName: string): HTMLElement {
  const who = quoted === undefined ? '' : quoted.from === 'customer' ? 'You' : businessName;
  return el(
    'blockquote',
    { class: 'quote' },
    el('b', {}, who),
    el('span', { dir: 'auto' }, quoted === undefined ? 'A message that is gone' : summaryOf(quoted)),
  );
}

function text(body: string, className = 'text'): HTMLElement {
  const paragraph = el('p', { class: className, dir: 'auto' });
  paragraph.append(richText(body));
  return paragraph;
}

function framed(bubble: { header?: string; body: string; footer?: string }): readonly HTMLElement[] {
  return [
    ...(bubble.header === undefined ? [] : [el('p', { class: 'header', dir: 'auto' }, bubble.header)]),
    text(bubble.body),
    ...(bubble.footer === undefined ? [] : [el('p', { class: 'footer', dir: 'auto' }, bubble.footer)]),
  ];
}

function content(message: ThreadMessage, taps: BubbleTaps): readonly HTMLElement[] {
  const { bubble } = message;
  switch (bubble.kind) {
    case 'text':
      return [text(bubble.body)];
    case 'buttons':
    case 'list':
    case 'link':
    case 'template':
    case 'flow':
    case 'products':
      return framed(bubble);
    case 'carousel':
      return [text(bubble.body), carousel(message, bubble, taps)];
    case 'request':
    case 'notice':
      return [text(bubble.body)];
    case 'order':
      return [
        text(bubble.body),
        el('p', { class: 'footer', dir: 'auto' }, `${bubble.referenceId} · ${bubble.status}`),
      ];
    case 'cart':
      return [
        el(
          'div',
          { class: 'card' },
          icon('list'),
          el('span', {}, el('b', {}, itemsOf(bubble.items)), el('bdi', {}, bubble.catalogId)),
        ),
        ...(bubble.text === undefined ? [] : [text(bubble.text)]),
      ];
    case 'choice':
      return [
        text(bubble.title),
        ...(bubble.description === undefined ? [] : [text(bubble.description, 'footer')]),
      ];
    case 'media':
      return mediaView(message, bubble, taps);
    case 'location':
      return [
        el(
          'div',
          { class: 'map', role: 'img', 'aria-label': `Map at ${bubble.latitude}, ${bubble.longitude}` },
          icon('pin'),
        ),
        el('p', { class: 'header', dir: 'auto' }, bubble.name ?? 'Location'),
        text(bubble.address ?? `${bubble.latitude.toFixed(4)}, ${bubble.longitude.toFixed(4)}`, 'footer'),
      ];
    case 'contacts':
      return bubble.cards.map((card) =>
        el(
          'div',
          { class: 'card' },
          icon('person'),
          el('span', {}, el('b', { dir: 'auto' }, card.name), el('bdi', {}, card.phone ?? 'Contact')),
        ),
      );
    case 'call':
      return [
        el('div', { class: 'card' }, icon('call'), el('span', {}, el('b', {}, 'Voice call'), 'No answer')),
      ];
    case 'unsupported':
      return [el('p', { class: 'revoked' }, 'A kind of message the business cannot see')];
  }
}

function mediaView(
  message: ThreadMessage,
  bubble: Extract<Bubble, { kind: 'media' }>,
  taps: BubbleTaps,
): readonly HTMLElement[] {
  const caption = bubble.caption === undefined ? [] : [text(bubble.caption)];
  const source =
    bubble.mediaId === undefined ? undefined : `/sim/media/${encodeURIComponent(bubble.mediaId)}`;
  switch (bubble.media) {
    case 'image':
      if (source === undefined) return [placeholder('photo', bubble.link ?? 'Photo'), ...caption];
      return [el('img', { class: 'photo', src: source, alt: bubble.caption ?? 'Photo' }), ...caption];
    case 'video':
      return [placeholder('play', bubble.link ?? 'Video'), ...caption];
    case 'audio':
      return [voiceView(message, bubble.voice !== false, taps)];
    case 'document':
      return [
        el(
          'div',
          { class: 'card' },
          icon('file'),
          el(
            'span',
            {},
            el('b', { dir: 'auto' }, bubble.filename ?? 'Document'),
            bubble.link === undefined
              ? 'File'
              : el('a', { href: bubble.link, target: '_blank', rel: 'noreferrer' }, bubble.link),
          ),
        ),
        ...caption,
      ];
    case 'sticker':
      return [el('div', { class: 'sticker', role: 'img', 'aria-label': 'Sticker' }, '👋')];
  }
}

function voiceView(message: ThreadMessage, isVoice: boolean, taps: BubbleTaps): HTMLElement {
  const label = isVoice ? 'Voice message' : 'Audio';
  const parts = [el('span', { class: 'wave' }), icon('mic')];
  if (message.from === 'customer')
    return el('div', { class: 'voice', role: 'img', 'aria-label': label }, icon('play'), ...parts);
  const play = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': `Play: ${label}`,
      onclick: () => {
        taps.playVoice(message);
      },
    },
    icon('play'),
  );
  return el('div', { class: 'voice' }, play, ...parts);
}

function carousel(
  message: ThreadMessage,
  bubble: Extract<Bubble, { kind: 'carousel' }>,
  taps: BubbleTaps,
): HTMLElement {
  return el(
    'div',
    { class: 'carousel', tabindex: '0', role: 'group', 'aria-label': `${bubble.cards.length} cards` },
    ...bubble.cards.map((card) =>
      el(
        'div',
        { class: 'carousel-card' },
        placeholder(card.media === 'video' ? 'play' : 'photo', ''),
        ...(card.body === undefined ? [] : [text(card.body)]),
        ...card.buttons.map((button) => {
          switch (button.kind) {
            case 'reply':
              return tap(button.title, 'reply', () => {
                taps.pressButton(message, button.id, button.title);
              });
            case 'url':
              return anchor(button.title, button.id);
            case 'product':
              return tap(button.title, 'list', () => {
                taps.openProducts(message, { catalogId: '', retailerIds: [button.id] });
              });
          }
        }),
      ),
    ),
  );
}

function placeholder(name: 'photo' | 'play', label: string): HTMLElement {
  return el('div', { class: 'placeholder' }, icon(name), el('span', { dir: 'auto' }, label));
}

function metaView(message: ThreadMessage): HTMLElement {
  const meta = el('span', { class: 'meta', dir: 'ltr' });
  if (message.edited && !message.revoked) meta.append('Edited ');
  meta.append(el('time', { datetime: new Date(message.atMs).toISOString() }, timeOf(message.atMs)));
  if (message.from !== 'customer' || message.revoked) return meta;
  const [name, label, blue] = tickOf(message);
  const tick = el('span', { class: blue ? 'tick blue' : 'tick' }, icon(name));
  tick.append(el('span', { class: 'visually-hidden' }, label));
  meta.append(tick);
  return meta;
}

function tickOf(message: ThreadMessage): readonly ['tick' | 'ticks' | 'clock', string, boolean] {
  switch (message.progress.kind) {
    case 'waiting':
    case 'refused':
      return ['clock', ', on its way', false];
    case 'held':
      return ['clock', ', held by Meta', false];
    case 'accepted':
    case 'sent':
      return ['tick', ', sent', false];
    case 'delivered':
      return ['ticks', ', delivered', false];
    case 'read':
      return ['ticks', ', read', true];
    case 'failed':
      return ['clock', ', failed', false];
  }
}

function troubleOf(message: ThreadMessage): string | undefined {
  const { progress } = message;
  if (progress.kind === 'failed')
    return message.from === 'business'
      ? `Never arrived on a real phone: ${progress.code} ${progress.title}`
      : `Not sent: ${progress.title}`;
  if (progress.kind === 'refused')
    return `The business's server did not accept: ${progress.problem}. Retrying (${progress.attempts}).`;
  return undefined;
}

function buttonsOf(message: ThreadMessage, taps: BubbleTaps): readonly HTMLElement[] {
  const { bubble } = message;
  if (bubble.kind === 'buttons')
    return [
      group(
        bubble.buttons.map((button) =>
          tap(button.title, 'reply', () => {
            taps.pressButton(message, button.id, button.title);
          }),
        ),
      ),
    ];
  if (bubble.kind === 'list')
    return [
      group([
        tap(bubble.button, 'list', () => {
          taps.openList(message, bubble);
        }),
      ]),
    ];
  if (bubble.kind === 'link') return [group([anchor(bubble.label, bubble.url)])];
  if (bubble.kind === 'template' && bubble.buttons.length > 0)
    return [
      group(
        bubble.buttons.map((button) => {
          switch (button.kind) {
            case 'quick-reply':
              return tap(button.text, 'reply', () => {
                taps.pressTemplateButton(message, button.payload, button.text);
              });
            case 'url':
              return anchor(button.text, button.url);
            case 'phone':
              return anchor(button.text, `tel:${button.phone}`);
            case 'copy-code':
              return tap(`${button.text}: ${button.code}`, 'reply', () => {
                void navigator.clipboard.writeText(button.code);
              });
            case 'flow':
              return tap(button.text, 'list', () => {
                taps.openFlow(message, { ...button, label: button.text });
              });
            case 'other':
              return el('span', { class: 'tap', dir: 'auto' }, button.text);
          }
        }),
      ),
    ];
  if (bubble.kind === 'flow')
    return [
      group([
        tap(bubble.label, 'list', () => {
          taps.openFlow(message, bubble);
        }),
      ]),
    ];
  if (bubble.kind === 'request')
    return [
      group([
        tap(bubble.label, 'reply', () => {
          taps.answerRequest(message, bubble);
        }),
      ]),
    ];
  if (bubble.kind === 'products')
    return [
      group([
        tap(bubble.retailerIds.length === 0 ? 'View catalog' : 'View items', 'list', () => {
          taps.openProducts(message, { catalogId: bubble.catalogId ?? '', retailerIds: bubble.retailerIds });
        }),
      ]),
    ];
  return [];
}

function group(buttons: readonly HTMLElement[]): HTMLElement {
  return el('div', { class: 'taps' }, ...buttons);
}

function tap(label: string, name: 'reply' | 'list', act: () => void): HTMLElement {
  return el(
    'button',
    { class: 'tap', type: 'button', onclick: act },
    icon(name),
    el('span', { dir: 'auto' }, label),
  );
}

function anchor(label: string, url: string): HTMLElement {
  return el(
    'a',
    { class: 'tap', href: url, target: '_blank', rel: 'noopener noreferrer' },
    icon('link'),
    el('span', { dir: 'auto' }, label),
  );
}
