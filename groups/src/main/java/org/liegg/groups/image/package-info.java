/**
 * Motions of the plane on images: where pixels are, the filters that differentiate pictures, and
 * the resampling that moves them. The grammar's text of a filter is read elsewhere.
 */
@NullMarked
package org.liegg.groups.image;

import org.jspecify.annotations.NullMarked;
