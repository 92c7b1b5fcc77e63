/**
 * The passes for loops, branches and the lists that loops fill: what shapes and constants decide is
 * written out, and what the samples decide is made safe to run. It uses {@link
 * org.liegg.engine.tensorflow.graph} and {@link org.liegg.engine.tensorflow.runtime} alone.
 */
@NullMarked
package org.liegg.engine.tensorflow.controlflow;

import org.jspecify.annotations.NullMarked;
