/**
 * Models whose values jump and are constant between the jumps: which elements of a known group they
 * are tried on, and what the defects of these say together.
 */
@NullMarked
package org.liegg.core.stepped;

import org.jspecify.annotations.NullMarked;
