import { graphError, type GraphError } from '../graph/graph-error.ts';
import { refuseAs, type MediaKind } from '../media/media-rules.ts';
import type { SendCategory } from '../pricing/price-message.ts';
import { fillTemplate } from '../templates/fill-template.ts';
import type { Template } from '../templates/template.ts';
import type { Bubble } from '../thread-message.ts';
import type { World } from '../world.ts';
import { outboundBubble } from './outbound-bubble.ts';
import type { SendBody } from './schema/send-body.ts';

/** What a send says, once it is known to fit. */
export type Content = {
  readonly bubble: Bubble | undefined;
  readonly needsWindow: boolean;
  readonly category: SendCategory;
  readonly template: Template | undefined;
};
export type ContentOutcome = { kind: 'content'; content: Content } | { kind: 'rejected'; error: GraphError };

/** Checks a send against the template registry, the stored media and the flows. */
export function contentOf(world: World, send: SendBody): ContentOutcome {
  switch (send.type) {
    case 'reaction':
      return content({ bubble: undefined, needsWindow: true, category: 'service', template: undefined });
    case 'template': {
      const filled = fillTemplate(world.templates, send.template);
      if (filled.kind === 'refused') return { kind: 'rejected', error: filled.error };
      const { template, bubble } = filled;
      if (send.to === undefined && template.category === 'AUTHENTICATION')
        return rejected(131062, 'Authentication messages need a phone number.');
      return content({ bubble, needsWindow: false, category: categories[template.category], template });
    }
    case 'image':
      return sendMedia(world, send, 'image', send.image.id);
    case 'video':
      return sendMedia(world, send, 'video', send.video.id);
    case 'audio':
      return sendMedia(world, send, 'audio', send.audio.id);
    case 'document':
      return sendMedia(world, send, 'document', send.document.id);
    case 'sticker':
      return sendMedia(world, send, 'sticker', send.sticker.id);
    case 'interactive': {
      const error = refuseFlow(world, send);
      return error === undefined ? freeForm(send) : { kind: 'rejected', error };
    }
    case 'text':
    case 'location':
    case 'contacts':
      return freeForm(send);
  }
}

const categories = { UTILITY: 'utility', MARKETING: 'marketing', AUTHENTICATION: 'authentication' } as const;

type FreeForm = Exclude<SendBody, { type: 'reaction' } | { type: 'template' }>;

/** A message without template. With `category` it is a Direct Send, which needs no open window. */
function freeForm(send: FreeForm): ContentOutcome {
  return content({
    bubble: outboundBubble(send),
    needsWindow: send.category === undefined,
    category: send.category ?? 'service',
    template: undefined,
  });
}

function sendMedia(world: World, send: FreeForm, kind: MediaKind, id: string | undefined): ContentOutcome {
  if (id === undefined) return freeForm(send);
  const medium = world.media.find(id, world.clock.nowMs());
  if (medium === undefined)
    return rejected(100, `Parameter ${kind}['id'] is not valid: no media with the id ${id}.`);
  const refused = refuseAs(kind, medium.mimeType, medium.bytes);
  return refused === undefined ? freeForm(send) : rejected(131053, refused);
}

/** Flows must exist and be published; blocked ones and throttled ones above ten an hour are refused. */
function refuseFlow(world: World, send: FreeForm): GraphError | undefined {
  if (send.type !== 'interactive' || send.interactive.type !== 'flow') return undefined;
  const { parameters } = send.interactive.action;
  const key = parameters.flow_id ?? parameters.flow_name ?? '';
  const flow = world.flows.find(key);
  if (flow === undefined) return graphError(131009, `There is no flow with the id or name ${key}.`);
  const draft = parameters.mode === 'draft';
  switch (flow.status) {
    case 'BLOCKED':
      return graphError(132068);
    case 'THROTTLED': {
      const hour = Math.floor(world.clock.nowMs() / 3_600_000);
      if (flow.sentThisHour.hour !== hour) flow.sentThisHour = { hour, count: 0 };
      if (flow.sentThisHour.count >= 10) return graphError(132069);
      flow.sentThisHour.count += 1;
      return undefined;
    }
    case 'DRAFT':
      return draft
        ? undefined
        : graphError(131009, `Flow ${flow.id} is not published; send it with mode "draft".`);
    case 'DEPRECATED':
      return graphError(131009, `Flow ${flow.id} is deprecated.`);
    case 'PUBLISHED':
      return draft
        ? graphError(131009, `Flow ${flow.id} is published; mode "draft" is for drafts.`)
        : undefined;
  }
}

function content(value: Content): ContentOutcome {
  return { kind: 'content', content: value };
}

function rejected(code: number, details: string): ContentOutcome {
  return { kind: 'rejected', error: graphError(code, details) };
}
