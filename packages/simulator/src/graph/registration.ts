import { z } from 'zod';
import type { World } from '../world.ts';
import { refused, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';
import { graphError } from './graph-error.ts';
import { withLine } from './line-of.ts';

const pin = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{6}$/, 'must be 6 digits'));
const Registration = z.looseObject({ messaging_product: z.literal('whatsapp'), pin });
/** What the simulator "sends" as verification code. */
const verificationCode = '123456';

/** `POST /{phone number id}/register`: the first PIN is kept, later ones must be the same. */
export function register(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(Registration, call.body, (asked) => {
      if (line.pin !== undefined && line.pin !== asked.pin)
        return refused(graphError(133005, 'The PIN is not the one that was set.'));
      line.pin = asked.pin;
      line.registered = true;
      world.live.tell({ kind: 'account' });
      return succeeded();
    }),
  );
}

/** `POST /{phone number id}/deregister`: sends then fail with 133010. */
export function deregister(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    line.registered = false;
    world.live.tell({ kind: 'account' });
    return succeeded();
  });
}

/** `POST /{phone number id}/request_code`: the code is always 123456. */
export function requestCode(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, () => succeeded());
}

/** `POST /{phone number id}/verify_code`. */
export function verifyCode(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  const Code = z.looseObject({ code: z.union([z.string(), z.number()]).transform(String) });
  return withLine(world, call, () =>
    parsed(Code, call.body, ({ code }) =>
      code.replace('-', '') === verificationCode
        ? succeeded()
        : refused(graphError(100, 'The verification code is not right.')),
    ),
  );
}
