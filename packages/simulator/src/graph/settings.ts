import { z } from 'zod';
import type { World } from '../world.ts';
import { answered, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { flag, parsed } from './field.ts';
import { withLine } from './line-of.ts';

const SettingsChange = z.looseObject({
  calling: z.record(z.string(), z.unknown()).optional(),
  /** The reference page calls it `enable_identity_key_check`, Meta's OpenAPI file `enabled`. */
  user_identity_change: z
    .looseObject({ enable_identity_key_check: flag.optional(), enabled: flag.optional() })
    .optional(),
});
const Automation = z.looseObject({
  enable_welcome_message: flag.optional(),
  prompts: z.array(z.string().max(80)).max(4).optional(),
  commands: z
    .array(z.looseObject({ command_name: z.string().max(32), command_description: z.string().max(256) }))
    .max(30)
    .optional(),
});

/** `GET /{phone number id}/settings`. */
export function getSettings(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    answered({
      calling: line.calling,
      user_identity_change: { enable_identity_key_check: line.identityCheck },
      payload_encryption: { status: 'DISABLED' },
      storage_configuration: { status: 'DEFAULT' },
    }),
  );
}

/** `POST /{phone number id}/settings`: calling and the identity check. */
export function setSettings(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(SettingsChange, call.body, (change) => {
      if (change.calling !== undefined) line.calling = { ...line.calling, ...change.calling };
      const identity = change.user_identity_change;
      line.identityCheck = identity?.enable_identity_key_check ?? identity?.enabled ?? line.identityCheck;
      world.live.tell({ kind: 'account' });
      return succeeded();
    }),
  );
}

/** `GET /{phone number id}/conversational_automation`. */
export function getAutomation(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    answered({
      id: line.phoneNumberId,
      conversational_automation: { id: line.phoneNumberId, ...line.automation },
    }),
  );
}

/** `POST /{phone number id}/conversational_automation`: welcome message, prompts and commands. */
export function setAutomation(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(Automation, call.body, (change) => {
      line.automation = { ...line.automation, ...change };
      return succeeded();
    }),
  );
}
