/**
 * Worked plug-ins, which {@code ./liegg --plugins} takes as they are: the group types {@code
 * similarity(n)} and {@code shear(n)}, the engine {@code quad} for text files of quadratic forms,
 * and the decomposition {@code toy-gram}. docs/extending.md walks through them.
 */
@NullMarked
package org.liegg.examples;

import org.jspecify.annotations.NullMarked;
