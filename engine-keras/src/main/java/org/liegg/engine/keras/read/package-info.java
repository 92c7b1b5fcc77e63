/**
 * Reads the files of Keras 1 to 3 without Keras, HDF5's library, or any trust in what they hold:
 * {@link org.liegg.engine.keras.read.KerasModel} is a model as a file has it, {@link
 * org.liegg.engine.keras.read.KerasGraph} its layers in the order in which they are computed,
 * {@link org.liegg.engine.keras.read.Fields} and {@link org.liegg.engine.keras.read.LayerWeights}
 * the settings and weights of one of them, of which nothing may be left unread. What layers compute
 * is not known here.
 */
@NullMarked
package org.liegg.engine.keras.read;

import org.jspecify.annotations.NullMarked;
