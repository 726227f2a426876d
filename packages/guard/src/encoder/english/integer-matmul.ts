import { z } from 'zod';
import { instantiate, type WasmMemory } from './web-assembly.ts';

/**
 * A matrix product of 16-bit by 8-bit integers with 32-bit sums, eight products an instruction:
 * `rows` × `depth` (a multiple of 16) by the transpose of `columns` (of 2) × `depth`.
 * All arguments are byte offsets or sizes; products must not overflow 32 bits.
 */
export type IntegerMatmul = (
  left: number,
  right: number,
  out: number,
  rows: number,
  columns: number,
  depth: number,
) => void;

/** Compiles the product for a memory that it shares. */
export async function compileMatmul(memory: WasmMemory): Promise<IntegerMatmul> {
  const { instance } = await instantiate(moduleBytes(), { e: { m: memory } });
  const Product = z.custom<IntegerMatmul>((value) => typeof value === 'function');
  const products = Object.values(
    z.object({ f1: Product, f2: Product, f3: Product, f4: Product }).parse({ ...instance.exports }),
  );
  return (left, right, out, rows, columns, depth) => {
    const rest = rows % tallest;
    const whole = rows - rest;
    if (whole > 0) products.at(-1)?.(left, right, out, whole, columns, depth);
    if (rest > 0)
      products[rest - 1]?.(left + 2 * whole * depth, right, out + 4 * whole * columns, rest, columns, depth);
  };
}

/** So many rows are multiplied at once at most; there is a function for each number of them. */
const tallest = 4;
const heights = Array.from({ length: tallest }, (_, at) => at + 1);

const i32 = 0x7f;
const v128 = 0x7b;
const parameters = 6;
const [left, right, out, rows, columns, depth] = [0, 1, 2, 3, 4, 5];
const [row, column, step, rightA, rightB, rowBytes, target] = [6, 7, 8, 9, 10, 11, 12];
const lefts = [13, 14, 15, 16];
const leftRow = 17;
const integers = 12;
const sums = [18, 19, 20, 21, 22, 23, 24, 25];
const [weightsA, weightsB, values] = [26, 27, 28];
const vectors = 11;

/** WebAssembly by hand: https://webassembly.github.io/spec/core/binary/, SIMD included. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const bodies = heights.map(product);
  const name = (text: string): number[] => [
    text.length,
    ...Array.from(text, (letter) => letter.charCodeAt(0)),
  ];
  return new Uint8Array([
    ...header,
    ...section(1, [1, 0x60, parameters, ...Array.from({ length: parameters }, () => i32), 0]),
    ...section(2, [1, ...name('e'), ...name('m'), 0x02, 0, 1]),
    ...section(3, [tallest, ...heights.map(() => 0)]),
    ...section(7, [tallest, ...heights.flatMap((height, at) => [...name(`f${height}`), 0, at])]),
    ...section(10, [tallest, ...bodies.flatMap((body) => [...unsigned(body.length), ...body])]),
  ]);
}

/** The function for a multiple of `height` rows. */
function product(height: number): Code {
  const rowsAt = lefts.slice(0, height);
  return [
    2,
    integers,
    i32,
    vectors,
    v128,
    ...shiftLeft(get(depth), 1, rowBytes),
    ...set(column, constant(0)),
    // A pair of columns meets all rows before the next: so its weights are fetched once.
    ...loop([
      ...set(row, constant(0)),
      ...set(leftRow, get(left)),
      ...loop([
        ...set(rightA, get(right)),
        ...set(rightB, add(get(right), get(depth))),
        ...rowsAt.flatMap((each, at) =>
          set(each, at === 0 ? get(leftRow) : add(get(rowsAt[at - 1] ?? 0), get(rowBytes))),
        ),
        ...sums.slice(0, 2 * height).flatMap((sum) => set(sum, zeroVector)),
        ...set(step, get(depth)),
        ...loop([
          ...[0, 1].flatMap((half) => [
            ...set(weightsA, loadBytes(get(rightA), 8 * half)),
            ...set(weightsB, loadBytes(get(rightB), 8 * half)),
            ...rowsAt.flatMap((each, at) => [
              ...set(values, loadVector(get(each), 16 * half)),
              ...accumulate(sums[2 * at] ?? 0, weightsA),
              ...accumulate(sums[2 * at + 1] ?? 0, weightsB),
            ]),
          ]),
          ...rowsAt.flatMap((each) => set(each, add(get(each), constant(32)))),
          ...set(rightA, add(get(rightA), constant(16))),
          ...set(rightB, add(get(rightB), constant(16))),
          ...set(step, subtract(get(step), constant(16))),
          ...again(get(step)),
        ]),
        ...rowsAt.flatMap((_, at) => [
          // out + ((row + at) * columns + column) * 4
          ...set(
            target,
            add(get(out), shifted(add(multiply(add(get(row), constant(at)), get(columns)), get(column)), 2)),
          ),
          ...storeInteger(get(target), total(sums[2 * at] ?? 0), 0),
          ...storeInteger(get(target), total(sums[2 * at + 1] ?? 0), 4),
        ]),
        ...set(leftRow, add(get(leftRow), multiply(get(rowBytes), constant(height)))),
        ...set(row, add(get(row), constant(height))),
        ...again(lessThan(get(row), get(rows))),
      ]),
      ...set(right, add(get(right), shifted(get(depth), 1))),
      ...set(column, add(get(column), constant(2))),
      ...again(lessThan(get(column), get(columns))),
    ]),
    0x0b,
  ];
}

type Code = readonly number[];

/** "\\0asm", version 1. */
const header: Code = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
function constant(value: number): Code {
  return [0x41, value]; // below 64, so that one byte says it
}
function get(local: number): Code {
  return [0x20, local];
}
function set(local: number, value: Code): Code {
  return [...value, 0x21, local];
}
function add(a: Code, b: Code): Code {
  return [...a, ...b, 0x6a];
}
function subtract(a: Code, b: Code): Code {
  return [...a, ...b, 0x6b];
}
function multiply(a: Code, b: Code): Code {
  return [...a, ...b, 0x6c];
}
function lessThan(a: Code, b: Code): Code {
  return [...a, ...b, 0x48];
}
function shifted(value: Code, bits: number): Code {
  return [...value, ...constant(bits), 0x74];
}
function shiftLeft(value: Code, bits: number, into: number): Code {
  return set(into, shifted(value, bits));
}
function loop(content: Code): Code {
  return [0x03, 0x40, ...content, 0x0b];
}
function again(condition: Code): Code {
  return [...condition, 0x0d, 0];
}
const zeroVector: Code = [0xfd, 12, ...Array.from({ length: 16 }, () => 0)];
function loadVector(address: Code, offset: number): Code {
  return [...address, 0xfd, 0, 4, offset];
}
/** Eight signed bytes as eight 16-bit integers. */
function loadBytes(address: Code, offset: number): Code {
  return [...address, 0xfd, 1, 3, offset];
}
/** sum += values · weights, in pairs (i32x4.dot_i16x8_s). */
function accumulate(sum: number, weights: number): Code {
  return set(sum, [
    ...get(sum),
    ...get(values),
    ...get(weights),
    0xfd,
    ...unsigned(0xba),
    0xfd,
    ...unsigned(0xae),
  ]);
}
function total(sum: number): Code {
  const lane = (at: number): Code => [...get(sum), 0xfd, 27, at];
  return add(add(lane(0), lane(1)), add(lane(2), lane(3)));
}
function storeInteger(address: Code, value: Code, offset: number): Code {
  return [...address, ...value, 0x36, 2, offset];
}
