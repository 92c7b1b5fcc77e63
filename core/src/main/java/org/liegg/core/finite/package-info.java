/**
 * Tries generators on finite group elements: the model at samples that these have moved, compared
 * with what the gradients predict, and orbits of a sample for pictures.
 */
@NullMarked
package org.liegg.core.finite;

import org.jspecify.annotations.NullMarked;
