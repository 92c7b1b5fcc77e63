/**
 * What is made of a symmetry that was found or is wanted: models that have it, measured before and
 * after, and moved samples to train on.
 */
@NullMarked
package org.liegg.app.export;

import org.jspecify.annotations.NullMarked;
