/** The sub-command for jets of grids. */
@NullMarked
package org.liegg.cli.jets;

import org.jspecify.annotations.NullMarked;
