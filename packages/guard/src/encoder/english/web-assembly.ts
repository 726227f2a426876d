import { z } from 'zod';

/** Memory that compiled code and ours share. */
export type WasmMemory = { readonly buffer: ArrayBuffer };
type Instance = { readonly instance: { readonly exports: object } };

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** The little of WebAssembly that is used here; Node has it, its type package does not declare it. */
export const { Memory, instantiate } = z
  .object({
    Memory: z.custom<new (size: { readonly initial: number }) => WasmMemory>(isFunction),
    instantiate:
      z.custom<
        (
          bytes: Uint8Array<ArrayBuffer>,
          imports: Record<string, Record<string, WasmMemory>>,
        ) => Promise<Instance>
      >(isFunction),
  })
  .parse(Reflect.get(globalThis, 'WebAssembly'));
