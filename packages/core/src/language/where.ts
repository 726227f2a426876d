/** A title with the place it stands in, if there is one to tell: "Returns (faq)". */
export function where(title: string, place: string | undefined): string {
  return place === undefined || place === title ? title : `${title} (${place})`;
}
