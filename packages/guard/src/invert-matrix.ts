/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor.
 * `matrix`: rows after rows; it is used up. Throws if it is not positive definite.
 */
export function invertMatrix(matrix: Float64Array, size: number): Float64Array {
  const columns = invertedColumns(choleskyFactor(matrix, size), size);
  const inverse = matrix;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const value = dot(columns, row * size + row, columns, column * size + row, size - row);
      inverse[row * size + column] = value;
      inverse[column * size + row] = value;
    }
  }
  return inverse;
}

/** The lower triangular L with L Lᵀ = matrix, written over the matrix. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row += 1) {
    const left = row * size;
    for (let column = 0; column <= row; column += 1) {
      const right = column * size;
      const rest = (matrix[left + column] ?? 0) - dot(matrix, left, matrix, right, column);
      if (row !== column) matrix[left + column] = rest / (matrix[right + column] ?? 1);
      else if (rest > 0) matrix[left + row] = Math.sqrt(rest);
      else throw new Error(`The matrix is not positive definite (row ${row} of ${size})`);
    }
    matrix.fill(0, left + row + 1, left + size);
  }
  return matrix;
}

/** The columns, one after the other, of the inverse of a lower triangular matrix. */
export function invertedColumns(factor: Float64Array, size: number): Float64Array {
  const columns = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const at = column * size;
    columns[at + column] = 1 / (factor[at + column] ?? 1);
    for (let row = column + 1; row < size; row += 1) {
      const sum = dot(factor, row * size + column, columns, at + column, row - column);
      columns[at + row] = -sum / (factor[row * size + row] ?? 1);
    }
  }
  return columns;
}

/** Four sums at once: one would wait for itself. */
function dot(
  left: Float64Array,
  leftAt: number,
  right: Float64Array,
  rightAt: number,
  length: number,
): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) {
    a += (left[leftAt + at] ?? 0) * (right[rightAt + at] ?? 0);
    b += (left[leftAt + at + 1] ?? 0) * (right[rightAt + at + 1] ?? 0);
    c += (left[leftAt + at + 2] ?? 0) * (right[rightAt + at + 2] ?? 0);
    d += (left[leftAt + at + 3] ?? 0) * (right[rightAt + at + 3] ?? 0);
  }
  for (let at = whole; at < length; at += 1) a += (left[leftAt + at] ?? 0) * (right[rightAt + at] ?? 0);
  return a + b + c + d;
}
