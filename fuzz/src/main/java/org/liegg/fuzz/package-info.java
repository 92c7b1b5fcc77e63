/**
 * Feeds damaged and hostile inputs to everything that reads what others wrote: the long run. What
 * is promised, and how that is watched, is in {@code run}; what is fed, in {@code target}.
 */
@NullMarked
package org.liegg.fuzz;

import org.jspecify.annotations.NullMarked;
