/**
 * The defect of one element of a group, whatever the group: how much further a model is from {@code
 * F(gx) = ρ(g)F(x)} than 0, as a share of what a model that has nothing to do with g would be.
 * Nothing is differentiated, and no Lie algebra is known here.
 */
@NullMarked
package org.liegg.core.transformation;

import org.jspecify.annotations.NullMarked;
