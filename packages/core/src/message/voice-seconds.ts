/** Opus counts in samples of 48 kHz, whatever was recorded. Source: RFC 7845, 4. */
const samplesPerSecond = 48_000;
/** A page is at most this long, so the last one begins within it. Source: RFC 3533, 6. */
const longestPage = 65_307;

/**
 * How long an Ogg Opus recording is, as WhatsApp's voice notes are, in seconds; undefined for any other
 * kind. Read from the position of its last page. Source: RFC 7845, 4 and 5.1.
 */
export function voiceSeconds(recording: Uint8Array): number | undefined {
  const view = new DataView(recording.buffer, recording.byteOffset, recording.byteLength);
  if (!isPage(view, 0) || !hasOpusHead(recording)) return undefined;
  const from = Math.max(0, recording.length - longestPage);
  for (let at = recording.length - 27; at >= from; at -= 1) {
    if (!isPage(view, at)) continue;
    const samples = view.getBigInt64(at + 6, true);
    if (samples >= 0n) return Number(samples) / samplesPerSecond;
  }
  return undefined;
}

/** "OggS", and room for the rest of a page's head. */
function isPage(view: DataView, at: number): boolean {
  return at + 27 <= view.byteLength && view.getUint32(at, false) === 0x4f_67_67_53;
}

function hasOpusHead(recording: Uint8Array): boolean {
  return String.fromCharCode(...recording.subarray(27, 64)).includes('OpusHead');
}
