import { z } from 'zod';
import type { Line, QrCode } from '../account/line.ts';
import type { World } from '../world.ts';
import { answered, refused, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';
import { graphError } from './graph-error.ts';
import { withLine } from './line-of.ts';

const NewCode = z.looseObject({
  prefilled_message: z.string().min(1).max(140),
  code: z.string().optional(),
  /** Graph takes its enumerations in any case. */
  generate_qr_image: z
    .string()
    .toUpperCase()
    .pipe(z.enum(['SVG', 'PNG']))
    .optional(),
});

/** `GET /{phone number id}/message_qrdls`. */
export function listQrCodes(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    answered({ data: [...line.qrCodes.values()].map((code) => onWire(world, line, code)) }),
  );
}

/** `GET /{phone number id}/message_qrdls/{code}`. */
export function getQrCode(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    const code = line.qrCodes.get(call.rest ?? '');
    return code === undefined ? noCode(call) : answered({ data: [onWire(world, line, code)] });
  });
}

/** `POST /{phone number id}/message_qrdls`: a new code, or with `code` a new text for an old one. */
export function saveQrCode(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(NewCode, { ...Object.fromEntries(call.query), ...objectOf(call.body) }, (asked) => {
      const key = call.rest ?? asked.code;
      const known = key === undefined ? undefined : line.qrCodes.get(key);
      if (key !== undefined && known === undefined) return noCode(call);
      const code: QrCode = known ?? { code: world.ids.code(14), prefilled: '' };
      code.prefilled = asked.prefilled_message;
      line.qrCodes.set(code.code, code);
      return answered(onWire(world, line, code));
    }),
  );
}

/** `DELETE /{phone number id}/message_qrdls/{code}`. */
export function deleteQrCode(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => (line.qrCodes.delete(call.rest ?? '') ? succeeded() : noCode(call)));
}

function onWire(world: World, line: Line, code: QrCode): Readonly<Record<string, unknown>> {
  return {
    code: code.code,
    prefilled_message: code.prefilled,
    deep_link_url: `https://wa.me/message/${code.code}`,
    qr_image_url: `${world.address.url}/qr/${line.phoneNumberId}/${code.code}`,
  };
}

function noCode(call: GraphCall): GraphReply {
  return refused(graphError(100, `There is no QR code ${call.rest ?? ''}.`));
}

function objectOf(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
