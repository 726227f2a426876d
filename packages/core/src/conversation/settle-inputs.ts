import { isWaitedOn, type Inbound, type InboundContent } from '../message/inbound.ts';
import type { ReplyButton } from './reply.ts';
import type { News } from './tell-news.ts';

export type Unreadable =
  | 'image'
  | 'video'
  | 'audio'
  | 'long-audio'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  | 'unsupported';

/** What the customer's messages of a range amount to. `rule`: why there is nothing to answer. */
export type Said =
  | { readonly kind: 'nothing'; readonly rule: string }
  | { readonly kind: 'text'; readonly text: string; readonly unreadable: readonly Unreadable[] }
  /** The last tapped button; `text` is what was written beside it, "" when nothing was. */
  | { readonly kind: 'choice'; readonly choice: ReplyButton; readonly text: string }
  /** A basket from the catalogue; `text` is what was written with it, "" when nothing was. */
  | { readonly kind: 'order'; readonly items: OrderedItems; readonly text: string }
  /** A form that was filled in; `text` is what was written beside it, "" when nothing was. */
  | { readonly kind: 'form'; readonly form: FilledForm; readonly text: string }
  | { readonly kind: 'unreadable'; readonly unreadable: readonly Unreadable[] };

export type FilledForm = Extract<InboundContent, { kind: 'form-answers' }>;

export type OrderedItems = Extract<InboundContent, { kind: 'order' }>['items'];

/** A message of ours that did not reach the customer. `about`: one line for people. */
export type Trouble = { readonly kind: 'delivery-failed' | 'refused-by-policy'; readonly about: string };

export type BusinessEvent = Extract<InboundContent, { kind: 'business-event' }>;

/**
 * A frozen range of messages, made sense of.
 * `said`: all of the customer's; `saidSinceReply`: only what came after the last reply of a person.
 * `waits`: whether the customer wrote, sent or called something after that reply.
 * `customerSpoke`: whether anything at all is from the customer, reactions included.
 * `pin`: the place they sent last. `ad`: the ad through which the customer came last. `events`: of the business's own systems.
 * `hide`: ids of the messages the customer took back.
 */
export type SettledInputs = {
  readonly said: Said;
  readonly saidSinceReply: Said;
  readonly waits: boolean;
  readonly customerSpoke: boolean;
  readonly personReplies: readonly { readonly person: string; readonly body: string }[];
  readonly troubles: readonly Trouble[];
  readonly timers: readonly string[];
  readonly events: readonly BusinessEvent[];
  readonly ad?: string;
  readonly pin?: { readonly latitude: number; readonly longitude: number };
  /** What is to be told of appointments. */
  readonly news: readonly News[];
  readonly hide: readonly string[];
};

/**
 * Makes sense of the range, in the order of `seq`. An edit of a message in the range replaces its
 * text, wherever it stands; an edit of an earlier message is a new text. A revoke takes a message
 * out of the range, and hides it in any case.
 */
export function settleInputs(inputs: readonly Inbound[]): SettledInputs {
  const ordered = inputs.toSorted((a, b) => a.seq - b.seq);
  const hide = [
    ...new Set(ordered.flatMap(({ content }) => (content.kind === 'revoke' ? [content.of] : []))),
  ];
  const kept = withEdits(ordered).filter(({ messageId }) => !hide.includes(messageId));
  const lastReplySeq = ordered.findLast(({ content }) => content.kind === 'person-reply')?.seq ?? 0;
  const ad = kept
    .flatMap(({ content }) => (content.kind === 'text' ? [content.ad] : []))
    .findLast((each) => each !== undefined);
  const pin = kept.flatMap(({ content }) => (content.kind === 'location' ? [content] : [])).at(-1);
  const sinceReply = (input: Inbound): boolean => input.seq > lastReplySeq;
  return {
    said: amount(kept, ordered),
    saidSinceReply: amount(kept.filter(sinceReply), ordered.filter(sinceReply)),
    waits: kept.some((input) => sinceReply(input) && isWaitedOn(input.content)),
    customerSpoke: ordered.some(({ content }) => isOwnTalk(content)),
    personReplies: ordered.flatMap(({ content }) =>
      content.kind === 'person-reply' ? [{ person: content.person, body: content.body }] : [],
    ),
    troubles: ordered.flatMap(({ content }) => trouble(content)),
    ...(ad === undefined ? {} : { ad }),
    ...(pin === undefined ? {} : { pin: { latitude: pin.latitude, longitude: pin.longitude } }),
    events: ordered.flatMap(({ content }) => (content.kind === 'business-event' ? [content] : [])),
    timers: ordered.flatMap(({ content }) => (content.kind === 'timer' ? [content.name] : [])),
    news: ordered.flatMap(({ content }) =>
      content.kind === 'appointment-news' || content.kind === 'order-news' ? [content.news] : [],
    ),
    hide,
  };
}

/** The range with each edit applied: in place when its message is in the range, else as a text of its own. */
function withEdits(ordered: readonly Inbound[]): readonly Inbound[] {
  const latest = new Map<string, { seq: number; body: string }>();
  for (const { seq, content } of ordered)
    if (content.kind === 'edit') latest.set(content.of, { seq, body: content.body });
  const editable = new Set(
    ordered.flatMap(({ messageId, content }) =>
      content.kind === 'text' || content.kind === 'media' ? [messageId] : [],
    ),
  );
  return ordered.flatMap((input): readonly Inbound[] => {
    const { content } = input;
    const edit = latest.get(input.messageId);
    switch (content.kind) {
      case 'edit':
        if (editable.has(content.of) || latest.get(content.of)?.seq !== input.seq) return [];
        return [{ ...input, messageId: content.of, content: { kind: 'text', body: content.body } }];
      case 'text':
        return [edit === undefined ? input : { ...input, content: { ...content, body: edit.body } }];
      case 'media':
        return [edit === undefined ? input : { ...input, content: { ...content, caption: edit.body } }];
      case 'choice':
      case 'sticker':
      case 'reaction':
      case 'location':
      case 'contacts':
      case 'order':
      case 'form-answers':
      case 'revoke':
      case 'call':
      case 'group':
      case 'system':
      case 'unsupported':
      case 'person-reply':
      case 'timer':
      case 'delivery-failed':
      case 'refused-by-policy':
      case 'business-event':
      case 'appointment-news':
      case 'order-news':
        return [input];
    }
  });
}

function amount(kept: readonly Inbound[], all: readonly Inbound[]): Said {
  const text = kept
    .flatMap(({ content }) => textOf(content))
    .map((body) => body.trim())
    .filter((body) => body !== '')
    .join('\n');
  const unreadable = [...new Set(kept.flatMap(({ content }) => unreadableIn(content)))];
  const choice = kept.flatMap(({ content }) => (content.kind === 'choice' ? [content] : [])).at(-1);
  if (choice !== undefined) return { kind: 'choice', choice: { id: choice.id, title: choice.title }, text };
  const form = kept.flatMap(({ content }) => (content.kind === 'form-answers' ? [content] : [])).at(-1);
  if (form !== undefined) return { kind: 'form', form, text };
  const items = kept.flatMap(({ content }) => (content.kind === 'order' ? content.items : []));
  if (items.length > 0) return { kind: 'order', items, text };
  if (text !== '') return { kind: 'text', text, unreadable };
  if (unreadable.length > 0) return { kind: 'unreadable', unreadable };
  return { kind: 'nothing', rule: ignoringRule(kept, all) };
}

function textOf(content: InboundContent): readonly string[] {
  if (content.kind === 'text') return [content.body];
  if (content.kind === 'order') return content.note === undefined ? [] : [content.note];
  if (content.kind !== 'media') return [];
  const caption = content.caption === undefined ? [] : [content.caption];
  return content.transcript?.kind === 'heard' ? [...caption, content.transcript.text] : caption;
}

function unreadableIn(content: InboundContent): readonly Unreadable[] {
  switch (content.kind) {
    case 'media':
      return unreadableFile(content);
    case 'location':
    case 'contacts':
    case 'unsupported':
      return [content.kind];
    case 'text':
    case 'choice':
    case 'order':
    case 'form-answers':
    case 'sticker':
    case 'reaction':
    case 'edit':
    case 'revoke':
    case 'call':
    case 'group':
    case 'system':
    case 'person-reply':
    case 'timer':
    case 'delivery-failed':
    case 'refused-by-policy':
    case 'business-event':
    case 'appointment-news':
    case 'order-news':
      return [];
  }
}

function unreadableFile({
  medium,
  transcript,
}: Extract<InboundContent, { kind: 'media' }>): readonly Unreadable[] {
  if (transcript === undefined) return [medium];
  if (transcript.kind === 'heard') return [];
  return [transcript.why === 'too-long' ? 'long-audio' : medium];
}

/** The rule of the last message that has one; a range whose texts were all taken back ends as "revoked". */
function ignoringRule(kept: readonly Inbound[], all: readonly Inbound[]): string {
  const rules = [...kept, ...all.filter(({ content }) => content.kind === 'revoke')]
    .map(({ content }) => ruleFor(content))
    .filter((rule) => rule !== undefined);
  return rules.at(-1) ?? (all.length === 0 ? 'nothing-new' : 'empty-text');
}

function ruleFor(content: InboundContent): string | undefined {
  switch (content.kind) {
    case 'reaction':
      return 'reaction';
    case 'sticker':
      return 'sticker';
    case 'group':
      return 'group-message';
    case 'call':
      return 'call';
    case 'system':
      return 'system-notice';
    case 'revoke':
      return 'revoked';
    case 'timer':
      return 'timer';
    case 'appointment-news':
      return 'appointment-news';
    case 'order-news':
      return 'order-news';
    case 'text':
    case 'choice':
    case 'media':
    case 'location':
    case 'contacts':
    case 'order':
    case 'form-answers':
    case 'edit':
    case 'unsupported':
    case 'person-reply':
    case 'delivery-failed':
    case 'refused-by-policy':
      return undefined;
    case 'business-event':
      return 'business-event';
  }
}

/** Said to the business by this customer: not in a group, not by Meta, not by us. */
function isOwnTalk(content: InboundContent): boolean {
  return isWaitedOn(content) || content.kind === 'reaction' || content.kind === 'revoke';
}

function trouble(content: InboundContent): readonly Trouble[] {
  if (content.kind === 'delivery-failed') {
    const code = content.code === undefined ? '' : ` (${content.code})`;
    return [
      {
        kind: content.kind,
        about: `Message ${content.outboxId} was not delivered: ${content.reason}${code}`,
      },
    ];
  }
  if (content.kind === 'refused-by-policy')
    return [{ kind: content.kind, about: `Message ${content.outboxId} was refused by rule ${content.rule}` }];
  return [];
}
