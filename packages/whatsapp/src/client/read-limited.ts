/**
 * Reads a body of at most `mostBytes`; undefined, with the rest left unread, when it is longer.
 * `onPiece`: told of each piece that comes. Throws when the connection breaks.
 */
export async function readLimited(
  response: Response,
  mostBytes: number,
  onPiece: () => void,
): Promise<Uint8Array | undefined> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > mostBytes || response.body === null) {
    await response.body?.cancel();
    return announced > mostBytes ? undefined : new Uint8Array();
  }
  const body: AsyncIterable<Uint8Array> = response.body;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    onPiece();
    size += piece.length;
    // Leaving the loop cancels the body.
    if (size > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}
