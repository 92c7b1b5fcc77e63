package org.liegg.study.spec;

import java.nio.file.Path;
import java.util.Optional;
import org.liegg.data.ColumnChoice;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.study.network.DenseLoss;

/**
 * Samples in files of any format that is read.
 *
 * @param inputs a row a sample
 * @param targets a row a sample: numbers, or one column of classes counted from 0
 * @param loss which of the two they are
 * @param testShare share of the samples that training does not see
 * @param columns which columns of the inputs are values of a sample; all of them where empty
 * @param standardize where mean and spread come from that networks are trained behind; they are
 *     shown samples as they are where empty
 */
public record DataFiles(
    Path inputs,
    Path targets,
    DenseLoss loss,
    double testShare,
    Optional<ColumnChoice> columns,
    Optional<StandardizationSource> standardize) {}
