/** Jets of a differential equation, of grids and trajectories in files. */
@NullMarked
package org.liegg.app.jets;

import org.jspecify.annotations.NullMarked;
