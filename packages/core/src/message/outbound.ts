import { z } from 'zod';

const Button = z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) });

/**
 * What an outbound message says, in Ambit's own words; a channel turns it into its wire format.
 * Limits are WhatsApp's, the narrowest channel's. Source: Cloud API docs, text and interactive
 * messages, read 2026-11-21.
 */
export const Outbound = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: z.string().min(1).max(4096) }),
  z.object({
    kind: z.literal('buttons'),
    body: z.string().min(1).max(1024),
    buttons: z.array(Button).min(1).max(3),
  }),
  z.object({
    kind: z.literal('list'),
    body: z.string().min(1).max(4096),
    open: z.string().min(1).max(20),
    rows: z
      .array(
        z.object({
          id: z.string().min(1).max(200),
          title: z.string().min(1).max(24),
          description: z.string().max(72).optional(),
        }),
      )
      .min(1)
      .max(10),
  }),
  z.object({
    kind: z.literal('template'),
    name: z.string().regex(/^[a-z0-9_]{1,512}$/),
    language: z.string(),
    values: z.array(z.string()),
  }),
]);
export type Outbound = z.infer<typeof Outbound>;

/** Free-form messages need an open service window; templates do not. */
export function needsOpenWindow(message: Outbound): boolean {
  switch (message.kind) {
    case 'text':
    case 'buttons':
    case 'list':
      return true;
    case 'template':
      return false;
  }
}

/** The text a person would read, without the chrome around it. */
export function readableText(message: Outbound): string {
  switch (message.kind) {
    case 'text':
    case 'buttons':
    case 'list':
      return message.body;
    case 'template':
      return [`[${message.name}]`, ...message.values].join(' ');
  }
}
