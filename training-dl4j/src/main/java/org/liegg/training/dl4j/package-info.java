/**
 * Follows the symmetries that a Deeplearning4j network learns, while it learns them: {@link
 * org.liegg.training.dl4j.SymmetryListener} is a training listener like any other, and every {@link
 * org.liegg.training.dl4j.Measurement} it takes is an extraction on held-out samples. How networks
 * are differentiated and how symmetries are extracted live elsewhere; here is when it happens, that
 * training does not notice, and where the numbers go.
 */
@NullMarked
package org.liegg.training.dl4j;

import org.jspecify.annotations.NullMarked;
