package org.liegg.data;

import org.liegg.data.support.ChosenColumns;

/**
 * What one pass over a binary array reads.
 *
 * @param source the array's bytes
 * @param layout where its numbers lie
 * @param chosen the columns
 * @param batchSize samples of a batch
 * @param end samples to read; ≥ 1
 */
record ArrayPart(
    ByteSource source, ArrayLayout layout, ChosenColumns chosen, int batchSize, long end) {}
