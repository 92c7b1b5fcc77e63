/**
 * PyTorch's native library: whether it is there, how it is started, and how a model that was
 * checked is evaluated and differentiated by it.
 */
@NullMarked
package org.liegg.engine.pytorch.run;

import org.jspecify.annotations.NullMarked;
