import { z } from 'zod';

/** A connected endpoint that carries messages: on WhatsApp, one business phone number. */
export const ChannelId = z.string().min(1).brand<'ChannelId'>();
export type ChannelId = z.infer<typeof ChannelId>;

/** One contact on one channel, endless: the unit of ordering. */
export const ConversationId = z.string().min(1).brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;

/** One run of the engine over a frozen range of a conversation's messages. */
export const TurnId = z.string().min(1).brand<'TurnId'>();
export type TurnId = z.infer<typeof TurnId>;

/** One outbound message; travels to Meta as `biz_opaque_callback_data`. */
export const OutboxId = z.string().min(1).brand<'OutboxId'>();
export type OutboxId = z.infer<typeof OutboxId>;

/** Names one call of one turn: the idempotency key handed to tools. */
export const CallKey = z.string().min(1).brand<'CallKey'>();
export type CallKey = z.infer<typeof CallKey>;
