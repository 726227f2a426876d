import { expect, test } from 'vitest';
import { compileMatmul } from './integer-matmul.ts';
import { Memory } from './web-assembly.ts';

test('the product is right for every number of rows', async () => {
  const [depth, columns, most] = [32, 6, 9];
  const memory = new Memory({ initial: 1 });
  const product = await compileMatmul(memory);
  const [rightAt, outAt] = [2 * most * depth, 2 * most * depth + columns * depth];
  const left = new Int16Array(memory.buffer, 0, most * depth).map((_, at) => ((at * 37) % 8_191) - 4_095);
  new Int16Array(memory.buffer, 0, most * depth).set(left);
  const right = new Int8Array(memory.buffer, rightAt, columns * depth);
  for (const at of right.keys()) right[at] = ((at * 53) % 255) - 127;
  for (let rows = 1; rows <= most; rows += 1) {
    const out = new Int32Array(memory.buffer, outAt, most * columns).fill(-1);
    product(0, rightAt, outAt, rows, columns, depth);
    const expected = Array.from({ length: rows * columns }, (_, at) => {
      const [row, column] = [Math.floor(at / columns), at % columns];
      let sum = 0;
      for (let each = 0; each < depth; each += 1)
        sum += (left[row * depth + each] ?? 0) * (right[column * depth + each] ?? 0);
      return sum;
    });
    expect([...out.subarray(0, rows * columns)]).toEqual(expected);
    // Nothing is written beyond.
    expect(out[rows * columns] ?? -1).toBe(-1);
  }
});
