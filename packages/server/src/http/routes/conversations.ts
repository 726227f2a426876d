import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ConversationQuery, type Conversation } from '@ambit/sdk/conversation';
import { ConversationListQuery, type ConversationList } from '@ambit/sdk/conversation-list';
import {
  GiveBackRequest,
  ReplyRequest,
  TakeRequest,
  type OwnerChanged as OwnerAnswer,
  type ReplyTaken as ReplyAnswer,
} from '@ambit/sdk/desk-command';
import type { Database } from '../../db/database.ts';
import { listConversations } from '../../db/views/list-conversations.ts';
import { readConversation } from '../../db/views/read-conversation.ts';
import type { DeskCommands, DeskRefusal } from '../../pipeline/desk-commands.ts';
import type { Clock } from '../../ports/clock.ts';
import { apiError } from './api-error.ts';
import { decodeCursor, encodeCursor } from './list-cursor.ts';
import { readBody, readQuery } from './read-body.ts';

type Needs = { readonly database: Database; readonly clock: Clock; readonly commands: DeskCommands };

const conversationPath = '/api/conversations/:channelId/:conversationId';
const Place = z.object({ channelId: z.string().min(1), conversationId: z.uuid() });
type Place = z.infer<typeof Place>;

/** Lists, shows, takes, gives back and answers conversations. */
export function addConversationRoutes(app: Hono, { database, clock, commands }: Needs): void {
  app.get('/api/conversations', async (c) => {
    const query = readQuery(c, ConversationListQuery);
    if (query.kind === 'answer') return query.response;
    const { after, limit, search = '', show, person, team } = query.value;
    const cursor = after === undefined ? undefined : decodeCursor(after);
    if (after !== undefined && cursor === undefined)
      return apiError(c, 422, {
        code: 'invalid',
        message: 'The value of "after" is not one this server gave.',
        fix: 'Use the "next" of the page before, or leave it out.',
      });
    const page = await listConversations(database, {
      after: cursor,
      limit,
      search: search.trim(),
      show,
      person,
      team,
    });
    const { next } = page;
    return c.json({
      conversations: page.conversations,
      ...(next === undefined ? {} : { next: encodeCursor(next) }),
    } satisfies ConversationList);
  });

  app.get(conversationPath, async (c) => {
    const place = placeOf(c);
    const query = readQuery(c, ConversationQuery);
    if (query.kind === 'answer') return query.response;
    if (place === undefined) return noConversation(c);
    const found = await database.transaction(async (client) => {
      await client.query({ text: 'set transaction isolation level repeatable read, read only' });
      return readConversation(client, place, query.value.before);
    });
    if (found === undefined) return noConversation(c);
    return c.json({ ...found, now: clock.now() } satisfies Conversation);
  });

  app.post(`${conversationPath}/take`, async (c) => {
    const place = placeOf(c);
    const body = await readBody(c, TakeRequest);
    if (body.kind === 'answer') return body.response;
    if (place === undefined) return noConversation(c);
    const taken = await commands.take(place, { force: false, ...withoutUndefined(body.value) });
    return taken.kind === 'changed'
      ? c.json({ owner: taken.owner } satisfies OwnerAnswer)
      : refused(c, taken);
  });

  app.post(`${conversationPath}/give-back`, async (c) => {
    const place = placeOf(c);
    const body = await readBody(c, GiveBackRequest);
    if (body.kind === 'answer') return body.response;
    if (place === undefined) return noConversation(c);
    const given = await commands.giveBack(place, { force: false, ...withoutUndefined(body.value) });
    return given.kind === 'changed'
      ? c.json({ owner: given.owner } satisfies OwnerAnswer)
      : refused(c, given);
  });

  app.post(`${conversationPath}/replies`, async (c) => {
    const place = placeOf(c);
    const body = await readBody(c, ReplyRequest);
    if (body.kind === 'answer') return body.response;
    if (place === undefined) return noConversation(c);
    const taken = await commands.reply(place, body.value);
    if (taken.kind !== 'taken') return refused(c, taken);
    const { messageId, repeated, owner } = taken;
    return c.json({ messageId, repeated, owner } satisfies ReplyAnswer);
  });
}

function placeOf(c: Context): Place | undefined {
  return Place.safeParse(c.req.param()).data;
}

function withoutUndefined({ person, force }: TakeRequest): { person: string; force?: boolean } {
  return force === undefined ? { person } : { person, force };
}

function noConversation(c: Context): Response {
  return refused(c, { kind: 'no-conversation' });
}

function refused(c: Context, refusal: DeskRefusal): Response {
  switch (refusal.kind) {
    case 'no-conversation':
      return apiError(c, 404, {
        code: 'not-found',
        message: 'There is no such conversation.',
        fix: 'Open it from the list.',
      });
    case 'agent-owns':
      return apiError(c, 409, {
        code: 'agent-owns',
        message: 'The agent answers this conversation.',
        fix: 'Take it first, then write.',
      });
    case 'other-person-owns':
      return apiError(c, 409, {
        code: 'other-person-owns',
        message: `${refusal.person} answers this conversation.`,
        fix: `Ask ${refusal.person}, or take it over with force.`,
      });
    case 'window-closed':
      return apiError(c, 409, {
        code: 'window-closed',
        message:
          refusal.closedAt === undefined
            ? 'The customer has not written yet, so WhatsApp lets nobody write to them freely.'
            : `The 24-hour window closes at ${new Date(refusal.closedAt).toISOString()}; it is too late for a free message.`,
        fix: 'Wait until the customer writes again, or reach them another way.',
      });
    case 'empty-text':
      return apiError(c, 422, {
        code: 'empty-text',
        message: 'The reply is empty.',
        fix: 'Write something.',
      });
    case 'text-too-long':
      return apiError(c, 422, {
        code: 'text-too-long',
        message: `The reply has ${refusal.length} characters; WhatsApp takes ${refusal.limit}.`,
        fix: 'Shorten it, or send it in two.',
      });
  }
}
