import type { World } from '../world.ts';
import { answered, refused, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { field } from './field.ts';
import { graphError } from './graph-error.ts';
import { withLine } from './line-of.ts';

/** `GET /{phone number id}/username`. */
export function getUsername(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    answered(line.username === undefined ? {} : { username: line.username, status: 'approved' }),
  );
}

/** `POST /{phone number id}/username`: 3 to 30 letters, digits, dots and underscores. */
export function setUsername(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    const username = field(call.body, 'username') ?? '';
    if (
      !/^(?!www\.)[a-z0-9](?:[a-z0-9._]{1,28})[a-z0-9_]$/.test(username) ||
      /\.\.|\.(com|net|org)$/.test(username)
    )
      return refused(graphError(100, 'The parameter username is not valid.'));
    if ([...world.lines.values()].some((other) => other !== line && other.username === username))
      return refused(graphError(147001, 'The username is taken.'));
    line.username = username;
    world.queue.enqueue([
      {
        lane: `number|${line.phoneNumberId}`,
        field: 'business_username_update',
        value: { display_phone_number: line.displayPhoneNumber, username, status: 'approved' },
      },
    ]);
    return answered({ status: 'approved' });
  });
}

/** `DELETE /{phone number id}/username`. */
export function deleteUsername(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    line.username = undefined;
    return succeeded();
  });
}

/** `GET /{phone number id}/username_suggestions`. */
export function usernameSuggestions(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    const base = line.verifiedName
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '.')
      .slice(0, 24);
    return answered({ data: [{ username_suggestions: [base, `${base}_official`, `${base}.shop`] }] });
  });
}
