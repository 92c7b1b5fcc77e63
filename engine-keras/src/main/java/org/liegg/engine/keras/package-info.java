/**
 * The engine for the models that Keras saves. {@code read} reads the untrusted file in Java. {@link
 * org.liegg.engine.keras.KerasNetworks} then takes one of two ways: where Deeplearning4j has the
 * right layers for all of the model, {@link org.liegg.engine.keras.Translator} and the {@code
 * *Layers} beside it say layer by layer what it is there, {@link
 * org.liegg.engine.keras.NetworkBuilder} puts the network together, and differentiating it is the
 * business of {@code org.liegg.engine.dl4j}; otherwise {@code lower} writes it as a program that
 * computes it and its derivatives. Shapes keep Keras's order of axes.
 */
@NullMarked
package org.liegg.engine.keras;

import org.jspecify.annotations.NullMarked;
