import { z } from 'zod';
import { toolNameFor } from './import-problem.ts';
import type { NoteProblem, Written } from './import-schema.ts';
import { resolveReference } from './json-schema.ts';
import type { FoundOperation, OpenApiDocument } from './openapi-document.ts';

/** Source: OpenAPI Specification 3.1.1, "Security Scheme Object". */
const Scheme = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('http'), scheme: z.string() }),
  z.looseObject({
    type: z.literal('apiKey'),
    in: z.enum(['header', 'query', 'cookie']),
    name: z.string(),
  }),
  z.looseObject({
    type: z.literal('oauth2'),
    flows: z.looseObject({
      clientCredentials: z
        .looseObject({ tokenUrl: z.string(), scopes: z.record(z.string(), z.string()).default({}) })
        .optional(),
    }),
  }),
  z.looseObject({ type: z.literal('openIdConnect') }),
  z.looseObject({ type: z.literal('mutualTLS') }),
]);

/**
 * How a tool signs in for an operation: the first of its alternatives that one scheme satisfies and a tool can do.
 * Secrets get names after the scheme. Undefined: there is none that it can do, and that is noted.
 */
export function authFor(
  document: OpenApiDocument,
  { operation }: FoundOperation,
  note: NoteProblem,
): Written | undefined {
  const alternatives = operation.security ?? document.security;
  if (alternatives.length === 0) return { kind: 'none' };
  const why: string[] = [];
  for (const alternative of alternatives) {
    const names = Object.keys(alternative);
    const [name] = names;
    if (name === undefined) return { kind: 'none' };
    if (names.length > 1) {
      why.push(`${names.join(' and ')} are wanted together`);
      continue;
    }
    const scheme = Scheme.safeParse(resolveReference(document.components.securitySchemes[name], document));
    const auth = scheme.success ? schemeAuth(name, scheme.data, alternative[name] ?? []) : undefined;
    if (auth !== undefined) return auth;
    why.push(`"${name}" is of a kind that tools cannot do`);
  }
  note('/security', 'needed', why.join('; '));
  return undefined;
}

function schemeAuth(
  name: string,
  scheme: z.infer<typeof Scheme>,
  scopes: readonly string[],
): Written | undefined {
  const secret = (what: string): string => `secret:${toolNameFor(`${name}-${what}`)}`;
  switch (scheme.type) {
    case 'http':
      if (scheme.scheme.toLowerCase() === 'bearer') return { kind: 'bearer', token: secret('token') };
      if (scheme.scheme.toLowerCase() === 'basic')
        return { kind: 'basic', user: secret('user'), password: secret('password') };
      return undefined;
    case 'apiKey':
      return scheme.in === 'cookie'
        ? undefined
        : { kind: 'api-key', in: scheme.in, name: scheme.name, value: secret('key') };
    case 'oauth2': {
      const flow = scheme.flows.clientCredentials;
      if (flow === undefined) return undefined;
      return {
        kind: 'oauth-client-credentials',
        tokenUrl: flow.tokenUrl,
        clientId: secret('client-id'),
        clientSecret: secret('client-secret'),
        ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }),
      };
    }
    case 'openIdConnect':
    case 'mutualTLS':
      return undefined;
  }
}
