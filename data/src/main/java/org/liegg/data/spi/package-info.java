/**
 * Formats of samples that come as modules of their own: what one implements. It says what a file
 * holds, arrays or a table, and hands its numbers out; what to read of it, which rows to skip and
 * what values are allowed is decided above, the same for all.
 */
@NullMarked
package org.liegg.data.spi;

import org.jspecify.annotations.NullMarked;
