/**
 * Windows of time series: shifts, scalings and warps of time and linear maps of the channels, as
 * fields by the derivative filters of images along the one line of time.
 */
@NullMarked
package org.liegg.groups.window;

import org.jspecify.annotations.NullMarked;
