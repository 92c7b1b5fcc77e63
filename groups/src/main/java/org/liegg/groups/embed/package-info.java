/**
 * How a reference lies among candidate fields: compared by their matrices where fields are at most
 * affine, at random points otherwise, and side by side for equivariances.
 */
@NullMarked
package org.liegg.groups.embed;

import org.jspecify.annotations.NullMarked;
