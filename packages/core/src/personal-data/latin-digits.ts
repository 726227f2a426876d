/** Where the digits 0 to 9 of a script begin. Source: Unicode, general category Nd. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0be6, 0x0e50, 0xff10];

/** The same text, of the same length, with the digits of other scripts as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹०-९০-৯௦-௯๐-๙0-9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10) ?? 0x30;
    return String(code - zero);
  });
}
