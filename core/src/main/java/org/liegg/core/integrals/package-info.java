/**
 * What a motion conserves: functions I with ∇I·f = 0 for a right-hand side dx/dt = f(x), and the
 * charges that belong to the symmetries of a Hamiltonian or a Lagrangian.
 *
 * <p>{@link org.liegg.core.integrals.FirstIntegrals} is the extraction of symmetries with the parts
 * exchanged: velocities take the place of the gradients, and gradients of candidate functions that
 * of the fields, so that everything that is known of how sure an answer is holds here too.
 */
@NullMarked
package org.liegg.core.integrals;

import org.jspecify.annotations.NullMarked;
