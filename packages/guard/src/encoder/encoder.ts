import type { MeaningSpace } from './meaning.ts';

/** Turns texts into vectors whose directions are alike where meanings are. */
export type Encoder = {
  /**
   * Says which model made a vector, and with which weights: vectors of different names are never compared, those of
   * one are kept and used again.
   */
  readonly name: string;
  /** The languages it knows, as BCP 47 tags. It is used for no other: there it harms. */
  readonly languages: readonly string[] | 'all';
  /** One vector of length 1 for each text. Rejects when it cannot; the guard then judges without it. */
  encode(texts: readonly string[]): Promise<readonly Float32Array[]>;
  /** How its vectors are compared, if something better is known than to centre them. */
  readonly space?: MeaningSpace;
  /** The vectors of texts that are shipped with it; undefined for other texts. */
  shipped?(texts: readonly string[]): Promise<readonly Float32Array[] | undefined>;
  close(): Promise<void>;
};

export function knowsLanguage({ languages }: Encoder, language: string): boolean {
  return languages === 'all' || languages.includes(language);
}
