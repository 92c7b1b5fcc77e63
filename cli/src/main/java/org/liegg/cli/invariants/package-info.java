/** The sub-command for functions that do not change. */
@NullMarked
package org.liegg.cli.invariants;

import org.jspecify.annotations.NullMarked;
