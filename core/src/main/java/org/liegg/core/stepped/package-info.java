/**
 * Models whose values jump and are constant between the jumps: which elements of a known Lie group
 * they are tried on.
 */
@NullMarked
package org.liegg.core.stepped;

import org.jspecify.annotations.NullMarked;
