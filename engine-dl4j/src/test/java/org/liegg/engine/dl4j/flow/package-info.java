/** Flows whose values and gradients are known. */
@NullMarked
package org.liegg.engine.dl4j.flow;

import org.jspecify.annotations.NullMarked;
