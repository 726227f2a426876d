import { z } from 'zod';

const Parameter = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
  schema: z.unknown().optional(),
  description: z.string().optional(),
});
/** A parameter of an operation. */
export type OpenApiParameter = z.infer<typeof Parameter>;
export const OpenApiParameter = Parameter;

const Server = z.looseObject({
  url: z.string(),
  variables: z.record(z.string(), z.looseObject({ default: z.string() })).default({}),
});

const Content = z.record(z.string(), z.looseObject({ schema: z.unknown().optional() }));

export const OpenApiBody = z.looseObject({ content: Content, required: z.boolean().default(false) });
export const OpenApiResponse = z.looseObject({ content: Content.default({}) });

const Security = z.array(z.record(z.string(), z.array(z.string()).default([])));

const Operation = z.looseObject({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()).default({}),
  security: Security.optional(),
  servers: z.array(Server).optional(),
  deprecated: z.boolean().optional(),
});
export type OpenApiOperation = z.infer<typeof Operation>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const PathItem = z.looseObject({
  parameters: z.array(z.unknown()).default([]),
  servers: z.array(Server).optional(),
  ...Object.fromEntries(methods.map((method) => [method, z.unknown().optional()])),
});

/** As much of an OpenAPI 3 document as an import reads. Source: OpenAPI Specification 3.1.1. */
export const OpenApiDocument = z.looseObject({
  openapi: z.string().regex(/^3\.[01]\.\d+/, 'this is not an OpenAPI 3.0 or 3.1 document'),
  servers: z.array(Server).default([]),
  paths: z.record(z.string(), PathItem).default({}),
  security: Security.default([]),
  components: z
    .looseObject({ securitySchemes: z.record(z.string(), z.unknown()).default({}) })
    .default({ securitySchemes: {} }),
});
export type OpenApiDocument = z.infer<typeof OpenApiDocument>;

/** One operation and where it stands. `id`: its operationId, or "GET /orders". */
export type FoundOperation = {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly operation: OpenApiOperation;
  /** Those of the path and its own, which win; not yet resolved. */
  readonly parameters: readonly unknown[];
  readonly servers: readonly z.infer<typeof Server>[];
};

const upper = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const;

/** Every operation a document has, to pick from. */
export function operationsOf(document: OpenApiDocument): readonly FoundOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): readonly FoundOperation[] => {
      const read = Operation.safeParse(item[method]);
      if (!read.success) return [];
      const operation = read.data;
      return [
        {
          id: operation.operationId ?? `${upper[method]} ${path}`,
          method: upper[method],
          path,
          operation,
          parameters: [...item.parameters, ...operation.parameters],
          servers: operation.servers ?? item.servers ?? document.servers,
        },
      ];
    }),
  );
}
