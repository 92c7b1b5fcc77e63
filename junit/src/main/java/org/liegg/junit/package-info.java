/**
 * Symmetries of trained models in unit tests: {@code
 * assertThatModel("net.zip").isInvariantTo("SO(3)").on(samples).within(0.01)}.
 */
@NullMarked
package org.liegg.junit;

import org.jspecify.annotations.NullMarked;
