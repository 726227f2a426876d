import { z } from 'zod';
import { languages } from '../language/language.ts';

const Address = z.url({ protocol: /^https?$/ });
const Host = z
  .string()
  .regex(/^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/, 'a host such as "shop.example"');

/**
 * A web site that the agent answers from. `start`: where looking begins; `hosts`: the only hosts that are looked
 * at, those of `start` unless told; `depth`: links to follow from there; `everyHours`: how often it is looked at
 * anew; `language`: what it is written in, if all of it is in one; `sitemap`: whether its site map is read too.
 */
export const Website = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by "-"'),
  start: z.array(Address).min(1).max(20),
  hosts: z.array(Host).max(10).optional(),
  depth: z.number().int().min(0).max(5).default(2),
  mostPages: z.number().int().min(1).max(2_000).default(200),
  everyHours: z
    .number()
    .min(1)
    .max(24 * 30)
    .default(24),
  language: z.enum(languages).optional(),
  sitemap: z.boolean().default(false),
});
export type Website = z.infer<typeof Website>;

/** The hosts that a site's pages may be on, as URLs name them. */
export function hostsOf({ hosts, start }: Website): readonly string[] {
  return hosts ?? [...new Set(start.map((address) => /^[a-z]+:\/\/([^/?#]+)/i.exec(address)?.[1] ?? ''))];
}
