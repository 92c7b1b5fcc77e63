/**
 * The pipeline: a model, samples, an action and a decomposition become a {@link
 * org.liegg.api.report.SymmetryReport}. {@link org.liegg.core.SymmetryExtractor} is the way in.
 * Everything streams: a few batches a worker are alive at a time. Engines and decompositions are
 * reached through their interfaces alone; actions and known algebras are also given by name. No
 * file is read or written here.
 *
 * <p>What others use is here: the builder, the extractor, the listener. The packages below stand on
 * each other: {@code samples} and {@code settings}, on which {@code memory} and {@code pass} stand,
 * then {@code evidence}, {@code assemble}, and {@code finite} and {@code stability}.
 */
@NullMarked
package org.liegg.core;

import org.jspecify.annotations.NullMarked;
