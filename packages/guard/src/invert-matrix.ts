import { atOnce, fourDots } from './four-dots.ts';

/** Numbers whose memory is given back as soon as they are of no more use: the collector would let megabytes of them pile up. */
export type Matrix = Float64Array<ArrayBuffer>;

/** Gives a matrix's memory back; it is empty then. */
export function discard(matrix: Matrix): void {
  matrix.buffer.transfer(0);
}

/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor.
 * `matrix`: rows after rows; it is used up. Throws if it is not positive definite.
 */
export function invertMatrix(matrix: Matrix, size: number): Matrix {
  const columns = invertedColumns(choleskyFactor(matrix, size), size);
  const inverse = matrix;
  const dots = new Float64Array(atOnce);
  for (let row = 0; row < size; row += 1) {
    const left = row * size + row;
    for (let first = 0; first <= row; first += atOnce) {
      fourDots(dots, columns, left, columns, first * size + row, size, size - row);
      const count = Math.min(atOnce, row + 1 - first);
      for (let each = 0; each < count; each += 1) {
        const value = dots[each] ?? 0;
        inverse[row * size + first + each] = value;
        inverse[(first + each) * size + row] = value;
      }
    }
  }
  discard(columns);
  return inverse;
}

/** The lower triangle of a symmetric matrix, rows after rows: all that is worth keeping. */
export function lowerTriangle(matrix: Matrix, size: number): Float64Array {
  const triangle = new Float64Array(triangleRow(size));
  for (let row = 0; row < size; row += 1)
    triangle.set(matrix.subarray(row * size, row * size + row + 1), triangleRow(row));
  return triangle;
}

/** Where a row begins in `lowerTriangle`. */
export function triangleRow(row: number): number {
  return (row * (row + 1)) / 2;
}

/** The lower triangular L with L Lᵀ = matrix, written over the matrix. */
export function choleskyFactor(matrix: Matrix, size: number): Matrix {
  const dots = new Float64Array(atOnce);
  for (let row = 0; row < size; row += 1) {
    const left = row * size;
    for (let first = 0; first <= row; first += atOnce) {
      fourDots(dots, matrix, left, matrix, first * size, size, first);
      const count = Math.min(atOnce, row + 1 - first);
      for (let each = 0; each < count; each += 1) {
        const column = first + each;
        const right = column * size;
        let rest = (matrix[left + column] ?? 0) - (dots[each] ?? 0);
        for (let at = first; at < column; at += 1)
          rest -= (matrix[left + at] ?? 0) * (matrix[right + at] ?? 0);
        if (row !== column) matrix[left + column] = rest / (matrix[right + column] ?? 1);
        else if (rest > 0) matrix[left + row] = Math.sqrt(rest);
        else throw new Error(`The matrix is not positive definite (row ${row} of ${size})`);
      }
    }
    matrix.fill(0, left + row + 1, left + size);
  }
  return matrix;
}

/** The columns, one after the other, of the inverse of a lower triangular matrix. */
export function invertedColumns(factor: Float64Array, size: number): Matrix {
  const columns = new Float64Array(size * size);
  const dots = new Float64Array(atOnce);
  for (let column = 0; column < size; column += 1) {
    const at = column * size;
    columns[at + column] = 1 / (factor[at + column] ?? 1);
    for (let first = column + 1; first < size; first += atOnce) {
      fourDots(dots, columns, at + column, factor, first * size + column, size, first - column);
      const count = Math.min(atOnce, size - first);
      for (let each = 0; each < count; each += 1) {
        const row = first + each;
        let sum = dots[each] ?? 0;
        for (let other = first; other < row; other += 1)
          sum += (factor[row * size + other] ?? 0) * (columns[at + other] ?? 0);
        columns[at + row] = -sum / (factor[row * size + row] ?? 1);
      }
    }
  }
  return columns;
}
