/** Writes networks of Deeplearning4j whose layers are surrounded by the moves of a group. */
@NullMarked
package org.liegg.engine.dl4j.symmetric;

import org.jspecify.annotations.NullMarked;
