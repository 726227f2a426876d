import { createHmac } from 'node:crypto';

/** The ids and secrets benches use. */
export const benchSecrets = {
  appSecret: 'bench-app-secret',
  verifyToken: 'bench-verify-token',
  accessToken: 'bench-access-token',
};

/** A whole signed POST of one text message, about 1.5 KB of body, as Meta sends it. */
export function webhookRequest(options: {
  messageId: string;
  phoneNumberId: string;
  person: number;
  text: string;
  bodyBytes: number;
}): Buffer {
  const { messageId, phoneNumberId, person, text, bodyBytes } = options;
  const phone = `1555${String(person).padStart(7, '0')}`;
  const userId = `US.1349${String(person).padStart(12, '0')}`;
  const payload = {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
              contacts: [{ profile: { name: `Person ${person}` }, wa_id: phone, user_id: userId }],
              messages: [
                {
                  from: phone,
                  from_user_id: userId,
                  id: messageId,
                  timestamp: String(Math.floor(Date.now() / 1_000)),
                  type: 'text',
                  text: { body: text },
                },
              ],
            },
          },
        ],
      },
    ],
  };
  const bare = JSON.stringify(payload);
  const padding = Math.max(0, bodyBytes - bare.length - 14);
  const body = `${bare.slice(0, -1)},"padding":"${'x'.repeat(padding)}"}`;
  const signature = createHmac('sha256', benchSecrets.appSecret).update(body).digest('hex');
  return Buffer.from(
    `POST /webhooks/whatsapp HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nx-hub-signature-256: sha256=${signature}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
