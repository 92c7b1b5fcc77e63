/**
 * Actions whose fields are polynomials made of those of other actions: on chosen inputs, side by
 * side on the same inputs, with coefficients that depend on inputs, and the gauge group of a
 * lattice. The actions that they are made of have monomials for features.
 */
@NullMarked
package org.liegg.groups.local;

import org.jspecify.annotations.NullMarked;
