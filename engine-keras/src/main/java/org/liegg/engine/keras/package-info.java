/**
 * The engine for Keras models in HDF5 files. {@link org.liegg.engine.keras.KerasArchive} reads the
 * untrusted file in Java, {@link org.liegg.engine.keras.GraphReader} its description; {@link
 * org.liegg.engine.keras.Translator} and the {@code *Layers} beside it say layer by layer what it
 * is in Deeplearning4j, and refuse by name what would come out differently; {@link
 * org.liegg.engine.keras.NetworkBuilder} puts the network together. Shapes keep Keras's order of
 * axes, channels last. Differentiating the network is the business of {@code
 * org.liegg.engine.dl4j}.
 */
@NullMarked
package org.liegg.engine.keras;

import org.jspecify.annotations.NullMarked;
