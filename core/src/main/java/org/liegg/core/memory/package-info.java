/**
 * What an extraction needs of the heap, compared with what there is before the work starts: batch
 * sizes, workers, and the room for sums of held-out samples. Nothing is read or computed here.
 */
@NullMarked
package org.liegg.core.memory;

import org.jspecify.annotations.NullMarked;
