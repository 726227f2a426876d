import type { Draft } from '../message/draft.ts';
import type { Outbound } from '../message/outbound.ts';
import type { Instant } from '../schedule/instant.ts';
import type { ClearanceContext } from './clearance-context.ts';
import type { PolicyPack } from './pack.ts';
import type { DisclosurePlan } from './send-rule.ts';

/**
 * Whether the notice of an automated assistant is due: when a program (not a person) speaks for
 * the first time, or again after 24 hours of silence. Code puts it there, never a model.
 * Source: EU AI Act article 50(1), applies since 2026-08-02; read 2026-11-21.
 */
export function planDisclosure(
  draft: Draft,
  context: Pick<ClearanceContext, 'agentLastSpokeAt'>,
  pack: PolicyPack,
  now: Instant,
): DisclosurePlan {
  if (draft.author === 'person') return { kind: 'not-due', why: 'written by a person' };
  const { agentLastSpokeAt } = context;
  if (agentLastSpokeAt !== undefined && now - agentLastSpokeAt < pack.limits.disclosureAfterMs) {
    return { kind: 'not-due', why: `the agent last spoke ${describeGap(now - agentLastSpokeAt)} ago` };
  }
  const { content } = draft;
  if (content.kind === 'template') return { kind: 'not-due', why: 'a template has fixed, approved wording' };
  const sentence = draft.disclosure?.trim() ?? '';
  if (sentence === '') return { kind: 'missing' };
  const body = bodyOf(content);
  if (body === undefined) return { kind: 'missing' };
  if (body.includes(sentence)) return { kind: 'not-due', why: 'the text already carries it' };
  const length = join(sentence, body).length;
  const limit = bodyLimit(content);
  return length > limit ? { kind: 'too-long', length, limit } : { kind: 'put-before', sentence };
}

/** The message as the customer gets it. */
export function applyDisclosure(content: Outbound, plan: DisclosurePlan): Outbound {
  if (plan.kind !== 'put-before') return { ...content };
  switch (content.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'link-button':
    case 'products':
    case 'carousel':
    case 'product-carousel':
    case 'form':
    case 'location-request':
      return { ...content, body: join(plan.sentence, content.body) };
    case 'file':
      return { ...content, caption: join(plan.sentence, content.caption ?? '') };
    case 'template':
      return { ...content };
  }
}

/** The text the disclosure can be put before; sound has none. */
function bodyOf(content: Exclude<Outbound, { kind: 'template' }>): string | undefined {
  if (content.kind !== 'file') return content.body;
  return content.medium === 'audio' ? undefined : (content.caption ?? '');
}

function join(sentence: string, body: string): string {
  return body === '' ? sentence : `${sentence}\n\n${body}`;
}

/** In UTF-16 units. Source: Cloud API docs, text and interactive messages, read 2026-11-21. */
function bodyLimit(content: Exclude<Outbound, { kind: 'template' }>): number {
  switch (content.kind) {
    case 'text':
    case 'list':
      return 4096;
    case 'buttons':
    case 'file':
    case 'link-button':
    case 'products':
    case 'carousel':
    case 'product-carousel':
    case 'form':
    case 'location-request':
      return 1024;
  }
}

function describeGap(ms: number): string {
  return ms < 3_600_000 ? `${Math.floor(ms / 60_000)} min` : `${Math.floor(ms / 3_600_000)} h`;
}
