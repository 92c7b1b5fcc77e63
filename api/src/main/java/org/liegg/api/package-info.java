/**
 * The vocabulary of symmetry extraction: shapes ({@link org.liegg.api.Batch}, {@link
 * org.liegg.api.Jacobians}, {@link org.liegg.api.Rows}), the factored fields of a group action
 * ({@link org.liegg.api.FieldBasis}) and their polarization, spectra, warnings, and the errors.
 * Nothing here reads a file, runs a model or decomposes a matrix; see {@link org.liegg.api.spi} for
 * what does, and {@link org.liegg.api.report} for what is told of a result.
 *
 * <p>Every record validates its shape once, in its constructor. The arrays inside are row-major and
 * immutable by contract: they are not copied, so neither the maker nor the reader may write to them
 * once the record exists.
 */
@NullMarked
package org.liegg.api;

import org.jspecify.annotations.NullMarked;
