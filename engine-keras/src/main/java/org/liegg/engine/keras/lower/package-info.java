/**
 * Says layer by layer what Keras computes, as steps of a {@link
 * org.liegg.engine.keras.program.Program}: for the models that Deeplearning4j has no layers for, or
 * not the right ones. {@link org.liegg.engine.keras.lower.Lowering} goes through a model, {@link
 * org.liegg.engine.keras.lower.LayerKinds} knows every kind of layer and the {@code *Lowering}
 * beside it says what it is; what would come out differently is refused by name.
 */
@NullMarked
package org.liegg.engine.keras.lower;

import org.jspecify.annotations.NullMarked;
