import type { DeliveryZone } from './order-settings.ts';

/** Where something is to go: what the customer wrote, a pin, or both. */
export type Destination = {
  readonly address?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
};

/** `unknown`: what was given does not say (no pin for a radius, no postcode for a list); never a guess. */
export type FoundZone =
  | { readonly kind: 'zone'; readonly zone: DeliveryZone }
  | { readonly kind: 'outside' | 'unknown' };

/** The first zone of the business that a place lies in. */
export function findZone(zones: readonly DeliveryZone[], place: Destination): FoundZone {
  let unknown = false;
  const pinned = place.latitude !== undefined && place.longitude !== undefined;
  const decided = pinned && zones.some(({ kind }) => kind === 'radius');
  for (const zone of zones) {
    switch (zone.kind) {
      case 'radius':
        if (place.latitude === undefined || place.longitude === undefined) unknown = true;
        else if (kilometres(zone.centre, { latitude: place.latitude, longitude: place.longitude }) <= zone.km)
          return { kind: 'zone', zone };
        break;
      case 'postcodes': {
        const written = postcodesIn(place.address ?? '');
        // Where there are circles, a pin says it all.
        if (written.length === 0) unknown ||= !decided;
        else if (zone.postcodes.some((listed) => written.some((code) => matches(code, listed))))
          return { kind: 'zone', zone };
      }
    }
  }
  return { kind: unknown ? 'unknown' : 'outside' };
}

/** Great-circle distance (haversine), on a sphere of the Earth's mean radius, 6,371 km. */
function kilometres(
  from: { readonly latitude: number; readonly longitude: number },
  to: { readonly latitude: number; readonly longitude: number },
): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const along =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude);
  return 2 * 6_371 * Math.asin(Math.min(1, Math.sqrt(along)));
}

/** What may be a postcode in an address: words with a digit and at least three signs, also two such words joined ("SW1A 1AA"). */
function postcodesIn(address: string): readonly string[] {
  const words = address
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^A-Z0-9-]+/u)
    .filter((word) => word !== '');
  const joined = words.slice(1).map((word, place) => `${words[place] ?? ''}${word}`);
  return [...words, ...joined]
    .map((word) => word.replaceAll('-', ''))
    .filter((word) => /\d/.test(word) && word.length >= 3 && word.length <= 10);
}

function matches(code: string, listed: string): boolean {
  const plain = listed.toUpperCase().replaceAll(/[ -]/g, '');
  return plain.endsWith('*') ? code.startsWith(plain.slice(0, -1)) : code === plain;
}
