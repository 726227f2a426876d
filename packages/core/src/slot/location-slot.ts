import { addressSlot } from './address-slot.ts';
import { placeSaid } from '../order/place-said.ts';
import { withAsciiDigits } from './digits.ts';
import type { SlotType } from './slot-type.ts';

/** How a pin on the map stands in a text: its latitude and longitude, in degrees. */
export function pinText({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
}

/** A place to come or deliver to: `{ latitude, longitude }` of a pin, or `{ address }` as it was written. */
export const locationSlot: SlotType = {
  name: 'location',
  findsInside: false,
  read(text) {
    const [, north, east] =
      /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,،]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/u.exec(withAsciiDigits(text)) ?? [];
    const latitude = Number(north);
    const longitude = Number(east);
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
      return { kind: 'filled', value: { latitude, longitude }, shown: text.trim(), whole: true };
    // Without what leads to it ("deliver to"); a postcode says where, if not which door.
    const said = placeSaid(text);
    if (said !== undefined)
      return { kind: 'filled', value: { address: said.place }, shown: said.place, whole: true };
    const written = addressSlot.read(text);
    return written.kind === 'filled' ? { ...written, value: { address: written.value } } : written;
  },
  inside(text) {
    const written = addressSlot.inside(text);
    return written.kind === 'filled' ? { ...written, value: { address: written.value } } : written;
  },
};
