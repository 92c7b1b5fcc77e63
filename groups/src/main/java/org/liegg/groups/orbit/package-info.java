/** What elements of groups do, read as affine maps, and products and inverses of these. */
@NullMarked
package org.liegg.groups.orbit;

import org.jspecify.annotations.NullMarked;
