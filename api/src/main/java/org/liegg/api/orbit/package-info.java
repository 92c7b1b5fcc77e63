/**
 * Models made symmetric: a model F is averaged over the elements of a finite group, or put behind a
 * choice of one representative of every orbit, and written in a format of its own.
 */
@NullMarked
package org.liegg.api.orbit;

import org.jspecify.annotations.NullMarked;
