/**
 * What the samples themselves are worth: how many of them are independent, which belong together,
 * where they lie, and how they are distributed to two halves and to blocks. Nothing here knows an
 * action or a spectrum; a model is differentiated only to say how much of its gradient points out
 * of the data.
 */
@NullMarked
package org.liegg.core.samples;

import org.jspecify.annotations.NullMarked;
