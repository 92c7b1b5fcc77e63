/**
 * Looks for signed permutations of inputs that a model keeps: candidates come in families, a few
 * samples drop most of them, one half of the samples chooses, and the other half measures what was
 * chosen, all of it together at one chance of a false one. Nothing is differentiated.
 */
@NullMarked
package org.liegg.core.discrete;

import org.jspecify.annotations.NullMarked;
