package org.liegg.study.spec;

import java.nio.file.Path;
import org.liegg.study.network.DenseLoss;

/**
 * Samples in files (.npy, .npz, .csv or IDX).
 *
 * @param inputs a row a sample
 * @param targets a row a sample: numbers, or one column of classes counted from 0
 * @param loss which of the two they are
 * @param testShare share of the samples that training does not see
 */
public record DataFiles(Path inputs, Path targets, DenseLoss loss, double testShare) {}
