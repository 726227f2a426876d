/** The bytes of a blob, or of the part that was asked for. `size`: of the whole blob. */
export type Blob = { readonly size: number; readonly bytes: ReadableStream<Uint8Array> };

/** First and last byte, both included. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * Where files are kept. Keys are made by Ambit at random; nothing a customer sends is part of one.
 * Every node of a deployment must see the same blobs.
 */
export type BlobStore = {
  /** Keeps a blob; it is there, whole, once this resolves. Throws when it cannot be kept. */
  put(key: string, bytes: Uint8Array, mimeType: string | undefined): Promise<void>;
  /** Undefined when there is none. `range` must lie within the blob. */
  get(key: string, range?: ByteRange): Promise<Blob | undefined>;
  /** Without effect when there is none. */
  remove(key: string): Promise<void>;
};
