import { z } from 'zod';
import { text } from './parts.ts';

const coordinate = (limit: number) =>
  z
    .union([z.number(), z.string().regex(/^-?\d{1,3}(\.\d+)?$/, 'must be a decimal degree')])
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit, `must be between -${limit} and ${limit}`);

export const Location = z.strictObject({
  latitude: coordinate(90),
  longitude: coordinate(180),
  name: text(1_000).optional(),
  address: text(1_000).optional(),
});

export const Contact = z.looseObject({
  name: z.looseObject({ formatted_name: text(1_000) }),
  birthday: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD')
    .optional(),
  phones: z.array(z.looseObject({ phone: z.string().optional() })).optional(),
});
