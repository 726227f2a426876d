/**
 * A voice note as phones make them: an Ogg file with the two heads of Opus and one page of sound, which
 * is silence. `words` are kept in its tags, so that a server of tests can "hear" them.
 * Source: RFC 3533, 6; RFC 7845, 5.
 */
export function voiceNote(words: string, seconds = 3): Uint8Array {
  const head = [...latin('OpusHead'), 1, 1, ...little(312, 2), ...little(16_000, 4), ...little(0, 2), 0];
  const comment = utf8(`WORDS=${words}`);
  const vendor = latin('Ambit');
  const tags = [
    ...latin('OpusTags'),
    ...little(vendor.length, 4),
    ...vendor,
    ...little(1, 4),
    ...little(comment.length, 4),
    ...comment,
  ];
  return Uint8Array.from([
    ...page(head, { flags: 2, samples: 0, sequence: 0 }),
    ...page(tags, { flags: 0, samples: 0, sequence: 1 }),
    ...page([0xf8, 0xff, 0xfe], { flags: 4, samples: Math.round(seconds * 48_000), sequence: 2 }),
  ]);
}

function page(
  body: readonly number[],
  { flags, samples, sequence }: { flags: number; samples: number; sequence: number },
): readonly number[] {
  const lacing = [...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255];
  const start = [...latin('OggS'), 0, flags, ...little(samples, 8), ...little(7, 4), ...little(sequence, 4)];
  const rest = [lacing.length, ...lacing, ...body];
  return [...start, ...little(checksum([...start, 0, 0, 0, 0, ...rest]), 4), ...rest];
}

function latin(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}

function utf8(text: string): readonly number[] {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/gu)].map(([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

function little(value: number, bytes: number): readonly number[] {
  return Array.from({ length: bytes }, (_, place) => Math.floor(value / 256 ** place) % 256);
}

/** CRC-32 with the polynomial of Ogg, which mirrors nothing. Source: RFC 3533, 6. */
function checksum(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc < 0 ? 0x04_c1_1d_b7 : 0);
  }
  return crc >>> 0;
}
