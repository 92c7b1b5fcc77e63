/**
 * The pipeline: a model, samples, an action and a decomposition become a {@link
 * org.liegg.api.SymmetryReport}. {@link org.liegg.core.SymmetryExtractor} is the way in. Everything
 * streams: one batch is alive at a time. Engines, decompositions and actions are reached through
 * their interfaces alone, and no file is read or written here.
 */
@NullMarked
package org.liegg.core;

import org.jspecify.annotations.NullMarked;
