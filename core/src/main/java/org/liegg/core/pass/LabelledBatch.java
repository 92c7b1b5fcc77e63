package org.liegg.core.pass;

import org.liegg.api.Batch;

/**
 * Samples and the block of each, for a jackknife over blocks.
 *
 * @param batch the samples
 * @param blocks of every sample; samples of one block follow each other
 * @param units of every sample; two of one unit are copies of each other, or from one stretch of a
 *     trajectory, and say nothing of the baseline
 */
record LabelledBatch(Batch batch, int[] blocks, long[] units) {}
