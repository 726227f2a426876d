import type { Destination } from '@ambit/core/order/find-zone';

/** A place as it is told back: what the customer wrote, with the pin where there is one; undefined for neither. */
export function shownPlace({ address, latitude, longitude }: Destination): string | undefined {
  const pin =
    latitude === undefined || longitude === undefined
      ? undefined
      : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  if (address === undefined || address === '') return pin;
  return pin === undefined ? address : `${address} (${pin})`;
}
