import { z } from 'zod';

/** A place in a JSON value: "" is all of it, "/order/items/0" goes down. Source: RFC 6901. */
export const JsonPointer = z
  .string()
  .max(300)
  .regex(/^(\/([^~/]|~[01])*)*$/, 'a JSON pointer such as "/order/status", or "" for the whole value');

/** The names a pointer goes down by. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer; undefined where there is none. Only what the value holds itself is found. */
export function valueAtPointer(value: unknown, pointer: string): unknown {
  let found: unknown = value;
  for (const step of pointerSteps(pointer)) {
    if (typeof found !== 'object' || found === null) return undefined;
    if (Array.isArray(found) && !/^(0|[1-9]\d{0,8})$/.test(step)) return undefined;
    found = Object.hasOwn(found, step)
      ? Object.entries(found).find(([name]) => name === step)?.[1]
      : undefined;
  }
  return found;
}
