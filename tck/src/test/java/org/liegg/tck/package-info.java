/** Contracts under test: right implementations pass, deliberately wrong ones do not. */
@NullMarked
package org.liegg.tck;

import org.jspecify.annotations.NullMarked;
