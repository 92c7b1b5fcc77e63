/**
 * Reads models, from files and from live objects: graph, signatures, and the values of variables. A
 * saved model is never loaded, and its checkpoint is read in Java. What comes out is a {@link
 * org.liegg.engine.tensorflow.read.SourceModel}. It uses {@link org.liegg.engine.tensorflow.graph}
 * and {@link org.liegg.engine.tensorflow.runtime}; which output will be differentiated is not known
 * here.
 */
@NullMarked
package org.liegg.engine.tensorflow.read;

import org.jspecify.annotations.NullMarked;
