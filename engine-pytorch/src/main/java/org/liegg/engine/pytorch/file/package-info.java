/**
 * TorchScript archives as data: entries, pickles and weights are read and checked in Java, and an
 * archive of what was checked is written for the runtime. The text of the program is the business
 * of the package {@code code}.
 */
@NullMarked
package org.liegg.engine.pytorch.file;

import org.jspecify.annotations.NullMarked;
