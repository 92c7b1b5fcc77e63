/**
 * An extraction in parts: what is summed of one part of the samples, as bytes that any machine
 * reads, what all parts together settle for the next round, and how states of parts become one.
 * Nothing here differentiates a model or reads samples.
 */
@NullMarked
package org.liegg.core.parts;

import org.jspecify.annotations.NullMarked;
