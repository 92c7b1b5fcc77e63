/** Functions that do not change: along a motion, and under a group. */
@NullMarked
package org.liegg.app.invariants;

import org.jspecify.annotations.NullMarked;
