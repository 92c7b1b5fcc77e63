/**
 * Derivatives of functions that are known on grids, with their errors. Stands on nothing else of
 * the pipeline.
 */
@NullMarked
package org.liegg.core.jets;

import org.jspecify.annotations.NullMarked;
