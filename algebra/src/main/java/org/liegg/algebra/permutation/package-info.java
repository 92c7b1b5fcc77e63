/**
 * Finite groups of signed permutations: permutations of a vector's entries that may change their
 * signs. {@link org.liegg.algebra.permutation.PermutationGroup} counts a group that generators
 * span, {@link org.liegg.algebra.permutation.GroupName} calls it by its name. Which of them a model
 * keeps is decided elsewhere.
 */
@NullMarked
package org.liegg.algebra.permutation;

import org.jspecify.annotations.NullMarked;
