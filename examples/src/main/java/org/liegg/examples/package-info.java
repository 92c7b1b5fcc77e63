/**
 * A worked plug-in: the group type {@code similarity(n)}, which the grammar knows by its name once
 * this jar is on the class path. docs/extending.md walks through it.
 */
@NullMarked
package org.liegg.examples;

import org.jspecify.annotations.NullMarked;
