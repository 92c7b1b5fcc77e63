/**
 * Where a model breaks a group: what its elements change in parts of the samples, which part that
 * is, and how far outside of the samples it is kept.
 */
@NullMarked
package org.liegg.core.where;

import org.jspecify.annotations.NullMarked;
