/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor.
 * `matrix`: rows after rows. Throws if it is not positive definite.
 */
export function invertMatrix(matrix: Float64Array, size: number): Float64Array {
  const factor = choleskyFactor(matrix, size);
  const lower = invertLower(factor, size);
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let each = row; each < size; each += 1)
        sum += at(lower, each * size + row) * at(lower, each * size + column);
      inverse[row * size + column] = sum;
      inverse[column * size + row] = sum;
    }
  }
  return inverse;
}

/** The lower triangular L with L Lᵀ = matrix. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(matrix, row * size + column);
      for (let each = 0; each < column; each += 1)
        sum -= at(factor, row * size + each) * at(factor, column * size + each);
      if (row !== column) factor[row * size + column] = sum / at(factor, column * size + column);
      else if (sum > 0) factor[row * size + row] = Math.sqrt(sum);
      else throw new Error(`The matrix is not positive definite (row ${row} of ${size})`);
    }
  }
  return factor;
}

/** The inverse of a lower triangular matrix, itself lower triangular. */
export function invertLower(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let sum = row === column ? 1 : 0;
      for (let each = column; each < row; each += 1)
        sum -= at(factor, row * size + each) * at(inverse, each * size + column);
      inverse[row * size + column] = sum / at(factor, row * size + row);
    }
  }
  return inverse;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
