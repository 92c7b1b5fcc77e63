/** Activations and kernels against known values. */
@NullMarked
package org.liegg.engine.dl4j.dense;

import org.jspecify.annotations.NullMarked;
