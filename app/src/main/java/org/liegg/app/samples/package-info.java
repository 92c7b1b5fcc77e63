/**
 * Symmetries of samples in place of a model: of their density, and of the level sets of targets.
 */
@NullMarked
package org.liegg.app.samples;

import org.jspecify.annotations.NullMarked;
