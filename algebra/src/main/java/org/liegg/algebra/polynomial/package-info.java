/** Polynomials of several variables: their arithmetic, and how they are written down. */
@NullMarked
package org.liegg.algebra.polynomial;

import org.jspecify.annotations.NullMarked;
