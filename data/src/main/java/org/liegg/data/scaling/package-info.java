/**
 * Models of standardised inputs: the scaling that stands in front of one, where it comes from, and
 * what it makes of derivatives.
 */
@NullMarked
package org.liegg.data.scaling;

import org.jspecify.annotations.NullMarked;
