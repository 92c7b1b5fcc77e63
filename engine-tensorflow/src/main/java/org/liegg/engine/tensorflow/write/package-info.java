/** Writes saved models whose graph is surrounded by the moves of a group. */
@NullMarked
package org.liegg.engine.tensorflow.write;

import org.jspecify.annotations.NullMarked;
