/**
 * What every reader of samples needs, whatever its format: its errors, the hash of a file, and the
 * checks of values and batches. It is for the readers of {@link org.liegg.data} and the modules
 * beside it; nothing here knows a format.
 */
@NullMarked
package org.liegg.data.support;

import org.jspecify.annotations.NullMarked;
