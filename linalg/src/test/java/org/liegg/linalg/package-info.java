/**
 * The decompositions against their contract, a trained network's known spectrum, and broken
 * kernels.
 */
@NullMarked
package org.liegg.linalg;

import org.jspecify.annotations.NullMarked;
