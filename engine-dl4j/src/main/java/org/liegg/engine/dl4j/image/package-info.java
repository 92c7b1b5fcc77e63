/**
 * Networks of images that consist of layers known here: convolutions and pooling, the dense layers
 * behind them, and what joins branches. A configuration and its parameters become a flow of
 * operations, which is differentiated in Java; no array of ND4J is made on the way. Networks with
 * any other layer are none of this package's.
 */
@NullMarked
package org.liegg.engine.dl4j.image;

import org.jspecify.annotations.NullMarked;
