/**
 * Networks as flows of operations on the values of a sample, and the kernels that differentiate
 * them in Java: all outputs together, by the inputs alone, in blocks of samples. Single and double
 * precision are one text. Nothing here knows layers; {@code image} writes flows.
 */
@NullMarked
package org.liegg.engine.dl4j.flow;

import org.jspecify.annotations.NullMarked;
