import { z } from 'zod';

/** The instructions with the shape of the answer told in words, for a model that takes no schema. */
export function inWords(instructions: string, shape: { name: string; schema: z.ZodType }): string {
  return `${instructions}\n\nAnswer with JSON only: ${shape.name}, as ${JSON.stringify(z.toJSONSchema(shape.schema))}`;
}
