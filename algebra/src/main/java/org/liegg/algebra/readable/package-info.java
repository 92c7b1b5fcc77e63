/**
 * Learned generators made readable: a sparse basis, exact numbers where chance does not explain
 * them, what each generator's flow is, quadratic functions that all keep, and the products that
 * scalings leave alone. What the generators are together is read in the package above.
 */
@NullMarked
package org.liegg.algebra.readable;

import org.jspecify.annotations.NullMarked;
