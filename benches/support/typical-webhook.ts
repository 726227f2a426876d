import { createHmac } from 'node:crypto';
import { createRandom, type Random } from '@ambit/simulator/random';
import { benchSecrets } from './webhook-request.ts';

/** One webhook as Meta posts it: the bytes, and the header that signs them. */
export type SignedBody = { readonly body: Buffer; readonly signature: string };

const phoneNumberId = '106540352242922';

/**
 * Webhooks as a number in use gets them: of ten, six statuses, three texts and one tap of a button. Each is about
 * somebody and some message of its own.
 */
export function typicalWebhooks(count: number, seed: number): readonly SignedBody[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, n) => signed(n % 10 < 6 ? status(random, n) : message(random, n)));
}

function signed(value: object): SignedBody {
  const body = Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }],
    }),
  );
  const hmac = createHmac('sha256', benchSecrets.appSecret).update(body);
  return { body, signature: `sha256=${hmac.digest('hex')}` };
}

function person(random: Random): { phone: string; userId: string; name: string } {
  const digits = String(random.between(0, 9_999_999)).padStart(7, '0');
  return { phone: `1555${digits}`, userId: `US.1349${digits}00000001`, name: `Person ${digits}` };
}

function common({ phone, userId, name }: ReturnType<typeof person>): object {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name }, wa_id: phone, user_id: userId }],
  };
}

function wamid(random: Random): string {
  const bytes = Array.from({ length: 36 }, () => random.between(0, 255));
  return `wamid.${Buffer.from(bytes).toString('base64')}`;
}

function message(random: Random, n: number): object {
  const who = person(random);
  const said = {
    from: who.phone,
    from_user_id: who.userId,
    id: wamid(random),
    timestamp: String(1_763_720_000 + n),
  };
  const content =
    n % 10 === 9
      ? {
          context: { from: '15550783881', id: wamid(random) },
          type: 'interactive',
          interactive: { type: 'button_reply', button_reply: { id: 'order-status', title: 'My order' } },
        }
      : { type: 'text', text: { body: `Where is my order A-${random.between(1_000, 9_999)}, please?` } };
  return { ...common(who), messages: [{ ...said, ...content }] };
}

function status(random: Random, n: number): object {
  const who = person(random);
  const word = ['sent', 'delivered', 'read'][n % 3];
  const pricing = {
    billable: false,
    pricing_model: 'PMP',
    type: 'free_customer_service',
    category: 'service',
  };
  return {
    ...common(who),
    statuses: [
      {
        id: wamid(random),
        status: word,
        timestamp: String(1_763_720_000 + n),
        recipient_id: who.phone,
        recipient_user_id: who.userId,
        biz_opaque_callback_data: '0190a5a4-3f2e-7cc1-9d3e-5b1f0f6f2a11',
        ...(word === 'read' ? {} : { pricing }),
      },
    ],
  };
}
