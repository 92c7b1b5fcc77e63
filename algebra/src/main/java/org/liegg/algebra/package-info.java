/**
 * What the learned generators are together: whether they close under brackets, the invariants of
 * the Lie algebra they span, the forms it keeps, its name where it has earned one, and a readable
 * basis. {@link org.liegg.algebra.LieAlgebras} is the way in. Which directions are symmetries at
 * all is decided elsewhere; so is how actions are named and parsed.
 */
@NullMarked
package org.liegg.algebra;

import org.jspecify.annotations.NullMarked;
