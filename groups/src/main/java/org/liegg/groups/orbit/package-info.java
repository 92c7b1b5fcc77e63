/**
 * What a group that a model keeps, or ought to keep, is used for: its elements as affine maps, over
 * which a model is averaged, and samples moved by them, on which one is trained.
 */
@NullMarked
package org.liegg.groups.orbit;

import org.jspecify.annotations.NullMarked;
