/**
 * The one trainer of this project: networks of dense layers, {@link
 * org.liegg.study.network.DenseNetwork}, made after a {@link org.liegg.study.network.DenseDesign}
 * and trained epoch by epoch. This is the only package of the module that knows Deeplearning4j.
 * What is trained on, and for how long, is said by its callers.
 */
@NullMarked
package org.liegg.study.network;

import org.jspecify.annotations.NullMarked;
