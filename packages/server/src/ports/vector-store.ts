/** What a text means to an encoder, as two vectors of length 1. */
export type StoredMeaning = { readonly raw: Float32Array; readonly whitened: Float32Array };

/** A text whose meaning is near: its place among those kept, and the inner products of both vectors. */
export type NearMeaning = { readonly at: number; readonly whitened: number; readonly raw: number };

/** Keeps the vectors of texts where every node finds them. */
export type VectorStore = {
  /** The vectors of those texts that have one, by text. */
  read(encoder: string, texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  keep(encoder: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
  /** Undefined where the database cannot search vectors. */
  readonly search?: VectorSearch;
};

/** Finds the nearest of many vectors without looking at each. */
export type VectorSearch = {
  /** So many numbers a vector may have. */
  readonly mostDimensions: number;
  /** Makes meanings searchable by a name that says what they are; those of a known name are there already. */
  prepare(name: string, meanings: readonly StoredMeaning[]): Promise<void>;
  /** The nearest by whitened vector, nearest first. Approximate: one of them may be missing. */
  nearest(name: string, asked: StoredMeaning, most: number): Promise<readonly NearMeaning[]>;
};

/**
 * Whether the database searches vectors, with pgvector. `schema`: where its types are, quoted; `old`: it has no vectors
 * of 16-bit numbers yet; `not-created`: the server has it, but this user may not create it.
 */
export type VectorExtension =
  | { readonly kind: 'ready'; readonly version: string; readonly schema: string }
  | { readonly kind: 'old'; readonly version: string }
  | { readonly kind: 'not-created'; readonly version: string }
  | { readonly kind: 'absent' };
