/**
 * One pass over the samples: they are read, distributed to workers, differentiated, polarized and
 * accumulated. What comes of the sums is decided elsewhere.
 */
@NullMarked
package org.liegg.core.pass;

import org.jspecify.annotations.NullMarked;
