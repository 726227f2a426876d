/** The type lives beside the only function that makes it, so that no other module can. */
export type { Cleared } from './clear.ts';
