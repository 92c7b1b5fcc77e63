/**
 * A worked plug-in: the group type {@code similarity(n)}, which the grammar knows by its name once
 * this jar is on the class path, and the decomposition {@code toy-gram}. docs/extending.md and
 * docs/extending-decompositions.md walk through them.
 */
@NullMarked
package org.liegg.examples;

import org.jspecify.annotations.NullMarked;
