/**
 * Samples in slices: by what they are, by what a model decides, or by what is known of them
 * besides. Nothing of groups is known here.
 */
@NullMarked
package org.liegg.core.slices;

import org.jspecify.annotations.NullMarked;
