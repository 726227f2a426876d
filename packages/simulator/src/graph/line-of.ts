import type { Line } from '../account/line.ts';
import type { World } from '../world.ts';
import { unknownObject, type GraphCall, type GraphReply } from './call.ts';

/** Goes on with the number that a call is about. */
export function withLine(
  world: World,
  call: GraphCall,
  then: (line: Line) => GraphReply | Promise<GraphReply>,
): GraphReply | Promise<GraphReply> {
  const line = world.lines.get(call.id);
  return line === undefined ? unknownObject(call.id) : then(line);
}
