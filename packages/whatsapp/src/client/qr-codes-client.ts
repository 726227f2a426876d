import { z } from 'zod';
import { maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';
import { pageOf, pagesOf, type Page } from './paging.ts';

/** A link that opens a chat with a message ready to send. */
const QrCode = z.looseObject({
  code: z.string(),
  prefilled_message: maybe(z.string()),
  deep_link_url: maybe(z.string()),
  qr_image_url: maybe(z.string()),
});
export type QrCode = z.output<typeof QrCode>;

const One = z.object({ data: z.tuple([QrCode]).rest(z.unknown()) }).transform(({ data }) => data[0]);
const rules = z.looseObject({ prefilled_message: z.string().min(1).max(140) });
const imageField = (image: QrImage) => `code,prefilled_message,deep_link_url,qr_image_url.format(${image})`;

export type QrImage = 'SVG' | 'PNG';

export type QrCodesClient = {
  list(signal: AbortSignal, image?: QrImage): AsyncGenerator<CallResult<Page<QrCode>>, void, undefined>;
  get(code: string, signal: AbortSignal, image?: QrImage): Promise<CallResult<QrCode>>;
  create(message: string, signal: AbortSignal, image?: QrImage): Promise<CallResult<QrCode>>;
  change(code: string, message: string, signal: AbortSignal): Promise<CallResult<QrCode>>;
  delete(code: string, signal: AbortSignal): Promise<CallResult<{ success: true }>>;
};

/**
 * The QR codes and short links of one number.
 * Source: Meta's OpenAPI file of the Business Messaging API, v23.0.
 */
export function createQrCodesClient(options: NumberAccess): QrCodesClient {
  const call = createGraphCaller(options);
  const path = [options.phoneNumberId, 'message_qrdls'];
  const save = (json: object, signal: AbortSignal) =>
    call({ method: 'POST', path, body: { kind: 'json', json, rules }, answer: QrCode }, signal);
  return {
    list: (signal, image) =>
      pagesOf((after) =>
        call(
          {
            method: 'GET',
            path,
            query: { after, fields: image === undefined ? undefined : imageField(image) },
            answer: pageOf(QrCode),
          },
          signal,
        ),
      ),
    get: (code, signal, image) =>
      call(
        {
          method: 'GET',
          path: [...path, code],
          query: { fields: image === undefined ? undefined : imageField(image) },
          answer: One,
        },
        signal,
      ),
    create: (message, signal, image) =>
      save(
        { prefilled_message: message, ...(image === undefined ? {} : { generate_qr_image: image }) },
        signal,
      ),
    change: (code, message, signal) => save({ code, prefilled_message: message }, signal),
    delete: (code, signal) => call({ method: 'DELETE', path: [...path, code], answer: Success }, signal),
  };
}
