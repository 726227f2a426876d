import { z } from 'zod';

/**
 * The components of a template as `POST /{waba}/message_templates` takes them.
 * Source: Cloud API docs, "Template components", read 2026-11-21.
 */
const upper = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((value) => value.toUpperCase())
    .pipe(z.enum(values));

export const TemplateButton = z.looseObject({
  type: upper([
    'QUICK_REPLY',
    'URL',
    'PHONE_NUMBER',
    'COPY_CODE',
    'OTP',
    'FLOW',
    'CATALOG',
    'MPM',
    'SPM',
    'VOICE_CALL',
    'CALL_PERMISSION_REQUEST',
  ]),
  text: z.string().optional(),
  url: z.string().optional(),
  phone_number: z.string().optional(),
  example: z.union([z.string(), z.array(z.string())]).optional(),
  otp_type: upper(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']).optional(),
  flow_id: z.union([z.string(), z.number()]).transform(String).optional(),
  flow_name: z.string().optional(),
  flow_action: z.string().optional(),
  navigate_screen: z.string().optional(),
});
export type TemplateButton = z.infer<typeof TemplateButton>;

const Header = z.looseObject({
  type: upper(['HEADER']),
  format: upper(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT', 'GIF']).default('TEXT'),
  text: z.string().optional(),
  example: z.looseObject({}).optional(),
});
const Body = z.looseObject({
  type: upper(['BODY']),
  text: z.string().optional(),
  example: z.looseObject({}).optional(),
  add_security_recommendation: z.boolean().optional(),
});
const Footer = z.looseObject({
  type: upper(['FOOTER']),
  text: z.string().optional(),
  code_expiration_minutes: z.int().min(1).max(90).optional(),
});
const Buttons = z.looseObject({ type: upper(['BUTTONS']), buttons: z.array(TemplateButton) });
const LimitedTimeOffer = z.looseObject({
  type: upper(['LIMITED_TIME_OFFER']),
  limited_time_offer: z.looseObject({ text: z.string(), has_expiration: z.boolean().optional() }),
});
const CallPermission = z.looseObject({ type: upper(['CALL_PERMISSION_REQUEST']) });
const plain = [Header, Body, Footer, Buttons, LimitedTimeOffer, CallPermission] as const;
const Card = z.looseObject({ components: z.array(z.union([Header, Body, Buttons])) });
const Carousel = z.looseObject({ type: upper(['CAROUSEL']), cards: z.array(Card) });

export const TemplateComponent = z.union([...plain, Carousel]);
export type TemplateComponent = z.infer<typeof TemplateComponent>;
export type TemplateCard = z.infer<typeof Card>;

type Of<T extends TemplateComponent['type']> = Extract<TemplateComponent, { type: T }>;
type Components = readonly TemplateComponent[];

/** The header of some components, if there is one. */
export function headerOf(components: Components): Of<'HEADER'> | undefined {
  return components.find((one) => one.type === 'HEADER');
}

/** The body, which every template but a broken one has. */
export function bodyOf(components: Components): Of<'BODY'> | undefined {
  return components.find((one) => one.type === 'BODY');
}

export function footerOf(components: Components): Of<'FOOTER'> | undefined {
  return components.find((one) => one.type === 'FOOTER');
}

export function buttonsOf(components: Components): readonly TemplateButton[] {
  return components.find((one) => one.type === 'BUTTONS')?.buttons ?? [];
}

export function cardsOf(components: Components): readonly TemplateCard[] {
  return components.find((one) => one.type === 'CAROUSEL')?.cards ?? [];
}

export function offerOf(components: Components): Of<'LIMITED_TIME_OFFER'> | undefined {
  return components.find((one) => one.type === 'LIMITED_TIME_OFFER');
}

/** The placeholders of a text, each once, in the order they come: `1`, `2` or names. */
export function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))];
}

/** What authentication templates say; their text is Meta's. Source: "Authentication templates", read 2026-11-21. */
export const authenticationBody = '*{{1}}* is your verification code.';

/** The text of a body, with Meta's own where an authentication template leaves it to Meta. */
export function bodyText(components: Components): string {
  const body = bodyOf(components);
  if (body === undefined) return '';
  if (body.text !== undefined) return body.text;
  const advice =
    body.add_security_recommendation === true ? ' For your security, do not share this code.' : '';
  return `${authenticationBody}${advice}`;
}
