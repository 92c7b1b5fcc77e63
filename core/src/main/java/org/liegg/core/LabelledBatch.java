package org.liegg.core;

import org.liegg.api.Batch;

/**
 * Samples and the block of each, for a jackknife over blocks.
 *
 * @param batch the samples
 * @param blocks of every sample; samples of one block follow each other
 */
record LabelledBatch(Batch batch, int[] blocks) {}
