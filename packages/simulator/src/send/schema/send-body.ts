import { z } from 'zod';
import { CtaUrl, List, ReplyButtons, VoiceCall } from './buttons-and-lists.ts';
import { Carousel, Catalog, OrderDetails, OrderStatus, Product, ProductList } from './commerce.ts';
import { Audio, Document, Image, Sticker, Video } from './media.ts';
import { text } from './parts.ts';
import { Contact, Location } from './place-and-people.ts';
import {
  AddressRequest,
  CallPermissionRequest,
  ContactRequest,
  FlowMessage,
  LocationRequest,
} from './requests.ts';
import { TemplateSend } from './template-send.ts';

const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: z.string().min(1).optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, 'must be a business-scoped user id')
    .optional(),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  recipient_identity_key_hash: z.string().optional(),
  /** Direct Send. */
  category: z.enum(['utility', 'authentication']).optional(),
  message_send_ttl_seconds: z.int().optional(),
};

const Interactive = z.discriminatedUnion('type', [
  ReplyButtons,
  List,
  CtaUrl,
  VoiceCall,
  LocationRequest,
  ContactRequest,
  CallPermissionRequest,
  AddressRequest,
  FlowMessage,
  Product,
  ProductList,
  Catalog,
  Carousel,
  OrderDetails,
  OrderStatus,
]);
export type InteractiveSend = z.infer<typeof Interactive>;

/** The body of `POST /{phone number id}/messages`: every message type Meta documents. */
export const SendBody = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('text'),
    text: z.strictObject({ body: text(4_096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({ ...envelope, type: z.literal('image'), image: Image }),
  z.strictObject({ ...envelope, type: z.literal('video'), video: Video }),
  z.strictObject({ ...envelope, type: z.literal('document'), document: Document }),
  z.strictObject({ ...envelope, type: z.literal('audio'), audio: Audio }),
  z.strictObject({ ...envelope, type: z.literal('sticker'), sticker: Sticker }),
  z.strictObject({ ...envelope, type: z.literal('location'), location: Location }),
  z.strictObject({
    ...envelope,
    type: z.literal('contacts'),
    contacts: z.array(Contact).min(1).max(257),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('reaction'),
    reaction: z.strictObject({ message_id: z.string().min(1), emoji: z.string().max(32) }),
  }),
  z.strictObject({ ...envelope, type: z.literal('interactive'), interactive: Interactive }),
  z.strictObject({
    ...envelope,
    type: z.literal('template'),
    template: TemplateSend,
    /** Marketing messages endpoint only. */
    product_policy: z.enum(['CLOUD_API_FALLBACK', 'STRICT']).optional(),
    message_activity_sharing: z.boolean().optional(),
  }),
]);
export type SendBody = z.infer<typeof SendBody>;

/** Marks a customer's message (and all before it) as read; may show "typing…". */
export const ReadBody = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
export type ReadBody = z.infer<typeof ReadBody>;
