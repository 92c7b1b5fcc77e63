/**
 * What the values of options are made of: a number of seconds, a size of memory, the names of heads
 * and gradients. Each reads one text and says what it expected where that makes no sense; which
 * options there are and what they mean is said elsewhere.
 */
@NullMarked
package org.liegg.cli.values;

import org.jspecify.annotations.NullMarked;
