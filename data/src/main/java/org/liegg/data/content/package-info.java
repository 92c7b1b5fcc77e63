/**
 * Data sets over what {@link org.liegg.data.spi} hands out: arrays in slices, tables row by row,
 * with the checks and the warnings that samples of every format have.
 */
@NullMarked
package org.liegg.data.content;

import org.jspecify.annotations.NullMarked;
