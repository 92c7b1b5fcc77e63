/**
 * The file that an interrupted extraction goes on from: what it is of, how it is written and read,
 * and the watch that keeps an iteration's states in it. What a state consists of only the
 * decomposition knows.
 */
@NullMarked
package org.liegg.core.checkpoint;

import org.jspecify.annotations.NullMarked;
